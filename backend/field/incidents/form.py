"""The forms of a first report and of a later one, as their templates fill them. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from backend.field.emergencies.rules import log
from backend.field.emergencies.rules.words import CATEGORIES
from backend.field.incidents.queries.beginning import Beginning
from backend.field.incidents.queries.course import Course
from backend.field.incidents.rules.incident import Report
from backend.foundation.beats import Beat
from backend.foundation.people.bodies import Addressee
from backend.foundation.positions import PlaceField, place_field

Options = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Form:
    """Choices as (value, words)."""

    begin: Beginning
    categories: Options
    bodies: Options
    chosen: list[str]
    silent: tuple[str, ...]
    happened_at: datetime
    place: PlaceField


def form_for(bodies: Sequence[Addressee], begin: Beginning, at: datetime) -> Form:
    """`silent`: bodies that have nobody here; the government is chosen beforehand."""
    words = list(CATEGORIES)
    if begin.category and begin.category not in words:
        words.insert(0, begin.category)
    return Form(
        begin=begin,
        categories=[(word, word) for word in words],
        bodies=[(body.code, body.name) for body in bodies],
        chosen=[body.code for body in bodies if body.kind == "government"],
        silent=tuple(body.name for body in bodies if not body.sees_at_once),
        happened_at=begin.happened_at or at,
        place=place_field(begin.position),
    )


def later_text(told: Course, logged: Sequence[Beat]) -> dict[str, Any]:
    """What a later report begins with: what was said last, returned or not, what was `logged` of the emergency since, and
    all that was explained."""
    last: Report = told.reports[-1]
    since = log.told_words(logged, log.CHAIN_MOST - len(last.facts))
    explained = "；".join(step.text.rstrip("。") for step in told.of("explanations"))
    return {
        "facts": f"{last.facts}\n{since}" if since else last.facts,
        "logged": bool(since),
        "injured": last.injured,
        "dead": last.dead,
        "measures": last.measures,
        "explained": last.explained or explained,
        "coming": last.coming,
        "returned": last.return_reason,
    }
