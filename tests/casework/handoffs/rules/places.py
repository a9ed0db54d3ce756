"""The five texts, and the bodies a case goes between."""

from datetime import datetime
from uuid import UUID

from backend.casework.handoffs.rules.sender import Unit

Y, Z, E, S, C = "yilikeqi", "zhaoba", "eshan", "shanxi-district", "changjiang"
PLACES = (Y, Z, E, S, C)
FRIDAY = datetime.fromisoformat("2026-11-20T16:40:00+08:00")
TOWN = UUID(int=1)


def unit(number: int, kind: str, *, acts: bool, town: bool = True) -> Unit:
    """A unit whose body is the township's government, or a department of its own."""
    body = UUID(int=10 if town else number)
    return Unit(UUID(int=number), f"u{number}", f"单位{number}", kind, acts, TOWN if town else None, body)


GOVERNMENT = unit(10, "township", acts=True)
DEPARTMENT = unit(20, "department", acts=True, town=False)
