"""The form 通报重大隐患 as its template fills it. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from backend.casework.hazards.queries.addressees import Addressee
from backend.casework.hazards.rules.words import CATEGORIES, ENDANGERED
from backend.foundation.positions import place_words
from backend.foundation.records import Record

Options = list[tuple[str, str]]
LOOKING = "正在定位，最多等20秒"


@dataclass(frozen=True, slots=True)
class Form:
    """Choices as (value, words); `position` and `found_at` as (name, value, type) of hidden inputs."""

    categories: Options
    endangered: Options
    bodies: Options
    silent: tuple[str, ...]
    origin: Record | None
    facts: str
    address: str
    place: str
    hidden: list[tuple[str, Any, str]]


def form_for(bodies: Sequence[Addressee], origin: Record | None) -> Form:
    """An empty form, or one filled with what the record it comes from says. `silent`: bodies that have nobody here."""
    known: dict[str, Any] = origin.facts if origin else {}
    position = known.get("position") or {}
    return Form(
        categories=[(word, word) for word in CATEGORIES],
        endangered=[(word, word) for word in ENDANGERED],
        bodies=[(body.code, body.name) for body in bodies],
        silent=tuple(body.name for body in bodies if not body.has_accounts),
        origin=origin,
        facts=known.get("text", ""),
        address=known.get("address", ""),
        place=_place(position) if position.get("lat") is not None else LOOKING,
        hidden=[*_position(position), _found_at(known)],
    )


def _position(position: dict[str, Any]) -> list[tuple[str, Any, str]]:
    kinds = {"lat": "number", "lon": "number", "accuracy_m": "number"}
    values = [(f"position.{name}", _shown(position.get(name)), kind) for name, kind in kinds.items()]
    return [*values, ("position.source", position.get("source", "none"), "")]


def _found_at(known: dict[str, Any]) -> tuple[str, Any, str]:
    return ("found_at", known["found_at"], "") if known.get("found_at") else ("found_at", "now", "now")


def _place(position: dict[str, Any]) -> str:
    return place_words(position["source"], position["lat"], position["lon"], position["accuracy_m"])


def _shown(value: Any) -> Any:
    return "" if value is None else value
