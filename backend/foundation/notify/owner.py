"""Whose an address is: a person's, or a unit's group's."""

from dataclasses import dataclass
from typing import Literal
from uuid import UUID


@dataclass(frozen=True)
class Owner:
    """`kind` is the column of notice_addresses that names it."""

    kind: Literal["officer", "unit"]
    id: UUID
