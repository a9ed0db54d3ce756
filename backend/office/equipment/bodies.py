"""What the API takes for equipment. Lengths are those of the columns."""

from typing import Annotated

import msgspec

from backend.foundation.web.api import Acted, Moment
from backend.foundation.web.bodies import Body
from backend.office.equipment.rules.words import Kind

Number = Annotated[str, msgspec.Meta(min_length=1, max_length=40)]
Name = Annotated[str, msgspec.Meta(max_length=60)]
Words = Annotated[str, msgspec.Meta(max_length=500)]
Why = Annotated[str, msgspec.Meta(min_length=1, max_length=500)]
Purpose = Annotated[str, msgspec.Meta(max_length=200)]
Username = Annotated[str, msgspec.Meta(min_length=1, max_length=60)]


class ThingBody(Body, kw_only=True):
    """PUT /equipment/{uuid}. `unit`: whose it is by code, default one's own."""

    kind: Kind
    number: Number
    name: Name | None = None
    unit: Name | None = None
    note: Words | None = None


class HandOut(Acted, kw_only=True):
    """POST …/loans: to whom (default: oneself), until when."""

    officer: Username | None = None
    due_at: Moment | None = None
    purpose: Purpose | None = None


class Back(Acted, kw_only=True):
    """POST …/return: what is broken, where something is."""

    damage: Words | None = None


class Mended(Acted, kw_only=True):
    """POST …/repair."""


class Retired(Acted, kw_only=True):
    """POST …/retirement: why it is used no more."""

    reason: Why
