"""The form of a new request as its template fills it. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from backend.casework.requests.rules.kinds import Kind
from backend.foundation.now import CHINA, local
from backend.foundation.people.bodies import Addressee
from backend.foundation.records import Record

TITLE_MOST = 80
_HOURS = (9, 18)


@dataclass(frozen=True, slots=True)
class Form:
    """`bodies` as (code, name); `to` is chosen beforehand where there is only one, `silent` those that have nobody here.
    `due` and `starts` are what the form proposes."""

    kind: Kind
    bodies: list[tuple[str, str]]
    to: str
    silent: tuple[str, ...]
    origin: Record | None
    title: str
    words: str
    address: str
    starts: datetime | None
    due: datetime


def form_for(kind: Kind, bodies: Sequence[Addressee], origin: Record | None, at: datetime) -> Form:
    """An empty form, or one filled with what the record it comes from says."""
    known: dict[str, Any] = origin.facts if origin else {}
    starts = _starts(known, at) if kind.name == "police" else None
    title = origin.title if origin else ""
    return Form(
        kind=kind,
        bodies=[(body.code, body.name) for body in bodies],
        to=bodies[0].code if len(bodies) == 1 else "",
        silent=tuple(body.name for body in bodies if not body.sees_at_once),
        origin=origin,
        title=title.rpartition("：")[2][:TITLE_MOST],
        words=known.get("text", ""),
        address=known.get("address", ""),
        starts=starts,
        due=_due(at, starts),
    )


def _starts(known: dict[str, Any], at: datetime) -> datetime | None:
    """Nine o'clock of its first day; none where that has passed."""
    first = known.get("first_day")
    if first is None:
        return None
    found = datetime(first.year, first.month, first.day, _HOURS[0], tzinfo=CHINA)
    return found if found - at >= timedelta(hours=1) else None


def _due(at: datetime, starts: datetime | None) -> datetime:
    """Tomorrow at six in the evening, and before it begins."""
    six = local(at).replace(hour=_HOURS[1], minute=0, second=0, microsecond=0) + timedelta(days=1)
    if starts is None or six <= starts:
        return six
    return at + (starts - at) / 2
