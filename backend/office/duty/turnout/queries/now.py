"""What the page of who is on duty now is made of."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from backend.foundation.people.identity import Person
from backend.foundation.people.permissions import may
from backend.foundation.preferences import preferences
from backend.office.duty.queries.presence import on_duty
from backend.office.duty.turnout.look import AHEAD, Line, Look, lines_of, look
from backend.office.duty.turnout.queries.handovers import HandoverNote
from backend.office.duty.turnout.queries.watches import find_watch, own_watches, watches_between
from backend.office.duty.turnout.rules.standing import limits_of

ANSWERING = ("duty.oversee", "duty.plan", "duty.approve")


def answers_for_it(person: Person) -> bool:
    """Whoever has to see a gap: captain, chief, dispatcher, office, leaders."""
    return any(may(person, action) for action in ANSWERING)


async def look_at(township: UUID, at: datetime) -> Look:
    limits = limits_of(await preferences(township))
    watches = await watches_between(township, at, at + AHEAD)
    return look(watches, await on_duty(township, at), at, limits)


@dataclass(frozen=True, slots=True)
class Own:
    """This person's shifts of now and the next hours, how they stand to each, and from when before one they may sign in."""

    lines: list[Line]
    opens: timedelta


async def own_shifts(person: Person, township: UUID, at: datetime) -> Own:
    """What is over and signed out of is left out. The next hours are there too: a phone keeps the page for where there is no network."""
    limits = limits_of(await preferences(township))
    watches = await own_watches(person.id, township, at, AHEAD)
    lines = [line for watch in watches for line in lines_of(watch, at, limits)]
    return Own(
        [line for line in lines if line.holder.officer == person.id and _goes_on(line, at)], limits.opens
    )


async def came_to(person: Person, shift_id: UUID, at: datetime) -> list[Line]:
    """Who came to a shift that has begun, also long after it; to whoever answers for it all of them, to others their own. Of one
    that does not take place nobody."""
    watch = await find_watch(person.township_id, shift_id)
    if watch is None:
        return []
    lines = lines_of(watch, at, limits_of(await preferences(watch.township)))
    return [line for line in lines if answers_for_it(person) or line.holder.officer == person.id]


def taken_over(notes: Iterable[HandoverNote], lines: Iterable[Line], officer: UUID) -> list[HandoverNote]:
    """What those who stood where this person stands now, or stands next, have left and this person has not read."""
    posts = {(line.watch.place, "" if line.watch.place else line.watch.name) for line in lines}
    return [
        note
        for note in notes
        if (note.place, "" if note.place else note.shift_name) in posts and not note.was_read_by(officer)
    ]


def _goes_on(line: Line, at: datetime) -> bool:
    return at < line.watch.ends_at or (line.standing.state == "over" and line.standing.arrived is not None)
