"""The form of a new emergency as its template fills it. Pure."""

from dataclasses import dataclass
from datetime import datetime

from backend.field.emergencies.queries.people import Comer
from backend.field.emergencies.rules.words import CATEGORIES
from backend.foundation.positions import PlaceField, place_field
from backend.foundation.records import Record


@dataclass(frozen=True, slots=True)
class Form:
    """Choices as (value, words); `origin`: the record it comes from."""

    origin: Record | None
    categories: list[tuple[str, str]]
    happened_at: datetime
    text: str
    address: str
    place: PlaceField
    people: list[tuple[str, str]]
    exercise: bool


def form_for(origin: Record | None, people: list[Comer], at: datetime) -> Form:
    known = origin.facts if origin else {}
    found_at = known.get("found_at")
    said = [origin.title, known.get("text", "")] if origin else []
    return Form(
        origin=origin,
        categories=[(word, word) for word in CATEGORIES],
        happened_at=datetime.fromisoformat(found_at) if found_at else at,
        text="。".join(part.strip().rstrip("。") for part in said if part and part.strip()),
        address=known.get("address", ""),
        place=place_field(known.get("position") or {}, looks=False),
        people=[(each.username, each.words) for each in people],
        exercise=bool(known.get("exercise")),
    )
