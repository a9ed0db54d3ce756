"""Limits as one person sees them."""

from dataclasses import dataclass
from datetime import datetime, time
from uuid import UUID

from backend.desk.deadlines.reach import Reach, reach_of
from backend.desk.deadlines.rules import VIEWS, Board, View, hears, lay_out
from backend.foundation.clocks import Clock, Shown, State, shown
from backend.foundation.clocks.queries import clocks_where
from backend.foundation.database import rows
from backend.foundation.now import CHINA, local
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal

MOST = 400  # of one board; what is due last is left out first
OPEN = "c.met_at IS NULL AND c.cancelled_at IS NULL"
STATES: dict[State, str] = {
    "running": f"{OPEN} AND c.soon_from > ? AND c.late_from > ?",
    "due_soon": f"{OPEN} AND c.soon_from <= ? AND c.late_from > ?",
    "overdue": f"{OPEN} AND c.late_from <= ? AND c.late_from <= ?",
}
_VIEWS: dict[View, str] = {"all": "", "unit": "c.owed_by IN ({marks})", "mine": "c.responsible = ?"}
_WARNED_TODAY = "SELECT clock, kind, given_at FROM clock_warnings WHERE given_at >= ? AND given_at <= ? ORDER BY given_at DESC"


@dataclass(frozen=True, slots=True)
class Reminder:
    """A warning that reached this person today."""

    shown: Shown
    kind: str
    given_at: datetime


def read_state(text: str) -> State | None:
    """None for all that is open; refuses a word that is no state of an open limit."""
    if not text:
        return None
    for state in STATES:
        if state == text:
            return state
    raise Refusal("invalid", fields={"state": f"可用：{'、'.join(STATES)}"})


def read_view(text: str) -> View:
    """Whose limits the board shows; an unknown word shows all."""
    return next((view for view in VIEWS if view == text), "all")


async def board(person: Person, view: View, at: datetime) -> Board:
    """Every open limit of the view, as it stands now."""
    reach = await reach_of(person)
    found = await _open(reach, view)
    return lay_out((shown(clock, at) for clock in found), {c.owed_by.code: reach.owes(c) for c in found})


async def reminders(person: Person, at: datetime) -> list[Reminder]:
    """What this person was warned of today, the latest first; what is done meanwhile is left out."""
    midnight = datetime.combine(local(at).date(), time(), CHINA)
    given = {entry["clock"]: entry for entry in reversed(await rows(_WARNED_TODAY, midnight, at))}
    if not given:
        return []
    reach = await reach_of(person)
    return [
        Reminder(shown(clock, at), given[clock.id]["kind"], given[clock.id]["given_at"])
        for clock in await _open(reach, "all")
        if clock.id in given and _hears(reach, clock, given[clock.id]["kind"])
    ]


async def page_of(
    person: Person, state: State | None, at: datetime, after: tuple[datetime, UUID] | None, limit: int
) -> tuple[list[Clock], tuple[datetime, UUID] | None]:
    """A page of open limits, what is due first; where the next page goes on."""
    reach = await reach_of(person)
    condition, args = reach.condition()
    if state is not None:
        condition, args = f"{condition} AND {STATES[state]}", [*args, at, at]
    if after is not None:
        condition += " AND (c.late_from > ? OR (c.late_from = ? AND c.id > ?))"
        args += [after[0], after[0], after[1]]
    found = await clocks_where(f"{OPEN} AND {condition} ORDER BY c.late_from, c.id LIMIT ?", *args, limit + 1)
    more = found[limit - 1] if len(found) > limit else None
    return await reach.seen(found[:limit]), (more.late_from, more.id) if more else None


async def own(person: Person) -> list[Clock]:
    """What goes into one's own calendar: the open limits one answers for, and those one's unit owes."""
    reach = await reach_of(person)
    found = await _open(reach, "all")
    return [clock for clock in found if reach.is_mine(clock) or reach.owes(clock)]


async def visible(person: Person, clock_id: UUID) -> Clock:
    """One limit, open or closed; refuses a stranger's `not_found`."""
    reach = await reach_of(person)
    condition, args = reach.condition()
    found = await reach.seen(await clocks_where(f"c.id = ? AND {condition}", clock_id, *args))
    if not found:
        raise Refusal("not_found")
    return found[0]


async def _open(reach: Reach, view: View) -> list[Clock]:
    condition, args = reach.condition()
    narrowed = _VIEWS[view].format(marks=", ".join("?" * len(reach.ours)))
    more = {"all": [], "unit": sorted(reach.ours), "mine": [reach.person.id]}[view]
    where = f"{OPEN} AND {condition}" + (f" AND {narrowed}" if narrowed else "")
    found = await clocks_where(f"{where} ORDER BY c.late_from, c.id LIMIT ?", *args, *more, MOST)
    return await reach.seen(found)


def _hears(reach: Reach, clock: Clock, kind: str) -> bool:
    return hears(kind, clock, reach.person.roles, mine=reach.is_mine(clock), ours=reach.owes(clock))
