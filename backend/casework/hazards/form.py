"""The form 通报重大隐患 as its template fills it. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from backend.casework.hazards.rules.words import CATEGORIES, ENDANGERED
from backend.foundation.people.bodies import Addressee
from backend.foundation.positions import PlaceField, place_field
from backend.foundation.records import Record

Options = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Form:
    """Choices as (value, words); `found_at` as (name, value, type) of a hidden input."""

    categories: Options
    endangered: Options
    bodies: Options
    silent: tuple[str, ...]
    origin: Record | None
    facts: str
    address: str
    place: PlaceField
    found_at: tuple[str, Any, str]


def form_for(bodies: Sequence[Addressee], origin: Record | None) -> Form:
    """An empty form, or one filled with what the record it comes from says. `silent`: bodies that have nobody here."""
    known: dict[str, Any] = origin.facts if origin else {}
    return Form(
        categories=[(word, word) for word in CATEGORIES],
        endangered=[(word, word) for word in ENDANGERED],
        bodies=[(body.code, body.name) for body in bodies],
        silent=tuple(body.name for body in bodies if not body.sees_at_once),
        origin=origin,
        facts=known.get("text", ""),
        address=known.get("address", ""),
        place=place_field(known.get("position") or {}),
        found_at=_found_at(known),
    )


def _found_at(known: dict[str, Any]) -> tuple[str, Any, str]:
    return ("found_at", known["found_at"], "") if known.get("found_at") else ("found_at", "now", "now")
