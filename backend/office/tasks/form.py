"""The form of a new task as its template fills it. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from backend.foundation.now import local
from backend.foundation.positions import PlaceField, place_field
from backend.foundation.records import Record
from backend.office.tasks.queries.people import Team

TITLE_MOST: Final = 80


@dataclass(frozen=True, slots=True)
class Form:
    """`unit` is chosen beforehand where there is only one; `due` what the form proposes."""

    teams: list[Team]
    unit: str
    origin: Record | None
    title: str
    words: str
    address: str
    place: PlaceField
    due: datetime


def form_for(teams: list[Team], origin: Record | None, at: datetime) -> Form:
    """An empty form, or one filled with what the record it comes from says."""
    known: dict[str, Any] = origin.facts if origin else {}
    return Form(
        teams=teams,
        unit=teams[0].code if len(teams) == 1 else "",
        origin=origin,
        title=f"处理：{origin.title}"[:TITLE_MOST] if origin else "",
        words=known.get("text", ""),
        address=known.get("address", ""),
        place=place_field(known.get("position") or {}, looks=False),
        due=evening(at),
    )


def evening(at: datetime) -> datetime:
    """Today at six; where that is less than two hours off, tomorrow."""
    six = local(at).replace(hour=18, minute=0, second=0, microsecond=0)
    return six if six - at >= timedelta(hours=2) else six + timedelta(days=1)
