"""The forms of a first report and of a later one, as their templates fill them. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from backend.field.incidents.queries.beginning import Beginning
from backend.field.incidents.queries.course import Course
from backend.field.incidents.rules.incident import Addressee, Report
from backend.field.incidents.rules.words import CATEGORIES
from backend.foundation.positions import place_words

Options = list[tuple[str, str]]
LOOKING = "正在定位，最多等20秒"


@dataclass(frozen=True, slots=True)
class Form:
    """Choices as (value, words); `hidden`: the position as (name, value, type) of hidden inputs."""

    begin: Beginning
    categories: Options
    bodies: Options
    chosen: list[str]
    silent: tuple[str, ...]
    happened_at: datetime
    place: str
    hidden: list[tuple[str, Any, str]]


def form_for(bodies: Sequence[Addressee], begin: Beginning, at: datetime) -> Form:
    """`silent`: bodies that have nobody here; the government is chosen beforehand."""
    words = list(CATEGORIES)
    if begin.category and begin.category not in words:
        words.insert(0, begin.category)
    position = begin.position
    known = position.get("lat") is not None
    return Form(
        begin=begin,
        categories=[(word, word) for word in words],
        bodies=[(body.code, body.name) for body in bodies],
        chosen=[body.code for body in bodies if body.kind == "government"],
        silent=tuple(body.name for body in bodies if not body.has_accounts),
        happened_at=begin.happened_at or at,
        place=_place(position) if known else LOOKING,
        hidden=_position(position),
    )


def later_text(told: Course) -> dict[str, Any]:
    """What a later report begins with: what was said last, returned or not, and all that was explained since."""
    last: Report = told.reports[-1]
    explained = "；".join(step.text.rstrip("。") for step in told.of("explanations"))
    return {
        "facts": last.facts,
        "injured": last.injured,
        "dead": last.dead,
        "measures": last.measures,
        "explained": last.explained or explained,
        "coming": last.coming,
        "returned": last.return_reason,
    }


def _position(position: dict[str, Any]) -> list[tuple[str, Any, str]]:
    kinds = {"lat": "number", "lon": "number", "accuracy_m": "number"}
    values = [(f"position.{name}", _shown(position.get(name)), kind) for name, kind in kinds.items()]
    return [*values, ("position.source", position.get("source") or "none", "")]


def _place(position: dict[str, Any]) -> str:
    return place_words(position["source"], position["lat"], position["lon"], position["accuracy_m"])


def _shown(value: Any) -> Any:
    return "" if value is None else value
