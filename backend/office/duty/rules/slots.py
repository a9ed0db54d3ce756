"""席位: who a post or a shift needs. Pure."""

from dataclasses import dataclass

import msgspec

# What a shift may be for, in the words of the roster.
KINDS = {"leading": "带班领导", "watch": "值班", "stand_by": "联合值守", "reserve": "备勤"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Slot:
    """`least` to `most` people. `units` are codes, `roles` keys of permissions.ROLES; empty stands for any of the township.
    `certified`: only whoever holds a valid 执法证 throughout."""

    name: str
    units: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    certified: bool = False
    least: int = 1
    most: int = 1


def read_slots(stored: str | bytes) -> tuple[Slot, ...]:
    """Slots as a JSON column holds them."""
    return msgspec.json.decode(stored, type=tuple[Slot, ...])


def write_slots(slots: tuple[Slot, ...]) -> str:
    """The same for the column."""
    return msgspec.json.encode(slots).decode()
