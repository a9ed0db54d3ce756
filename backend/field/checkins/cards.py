"""A visit with its timer as pages show it."""

from dataclasses import dataclass
from datetime import datetime

from backend.field.checkins.queries.visible import Named
from backend.field.checkins.rules.checkin import Checkin
from backend.field.checkins.rules.timer import Timer
from backend.field.checkins.rules.words import COLOURS, LIMITS, Colour

TAGS = {"green": "done", "amber": "soon", "red": "over", "called": "over", "ended": ""}


@dataclass(frozen=True, slots=True)
class Limit:
    """What comes next where nobody says that they are well: when, and in words."""

    at: datetime
    left: str
    after: str


@dataclass(frozen=True, slots=True)
class Card:
    """`limit` is there while something may still come."""

    named: Named
    checkin: Checkin
    timer: Timer
    colour: Colour
    word: str
    tag_kind: str
    limit: Limit | None


def card(named: Named, at: datetime) -> Card:
    """How it stands at that moment."""
    colour, timer = named.checkin.colour(at), named.checkin.timer
    return Card(named, named.checkin, timer, colour, COLOURS[colour], TAGS[colour], _limit(colour, timer))


def _limit(colour: Colour, timer: Timer) -> Limit | None:
    if colour not in LIMITS:
        return None
    moments = {"green": timer.due_at, "amber": timer.missed_at, "red": timer.help_at}
    left, after = LIMITS[colour]
    return Limit(moments[colour], left, after)
