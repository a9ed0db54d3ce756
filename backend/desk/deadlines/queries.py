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

MOST = 400  # of one board or calendar; what is due last is left out first
OPEN = "c.met_at IS NULL AND c.cancelled_at IS NULL"
STATES: dict[State, str] = {
    "running": f"{OPEN} AND c.soon_from > ? AND c.late_from > ?",
    "due_soon": f"{OPEN} AND c.soon_from <= ? AND c.late_from > ?",
    "overdue": f"{OPEN} AND c.late_from <= ? AND c.late_from <= ?",
}
_VIEWS: dict[View, str] = {"all": "", "unit": "c.owed_by IN ({marks})", "mine": "c.responsible = ?"}
_OWN = "(c.owed_by IN ({marks}) OR c.responsible = ?)"
_WARNED_TODAY = (
    "SELECT w.clock, w.kind, w.given_at FROM clock_warnings w JOIN clocks c ON c.id = w.clock "
    f"WHERE w.given_at >= ? AND w.given_at <= ? AND {OPEN} AND {{seen}} ORDER BY w.given_at"
)


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


async def board(reach: Reach, view: View, at: datetime) -> Board:
    """Every open limit of the view, as it stands now."""
    found = await _open(reach, view)
    return lay_out((shown(clock, at) for clock in found), {c.owed_by.code: reach.owes(c) for c in found})


async def reminders(reach: Reach, at: datetime) -> list[Reminder]:
    """What this person was warned of today, what ends first on top; what is done meanwhile is left out."""
    midnight = datetime.combine(local(at).date(), time(), CHINA)
    seen, args = reach.condition()
    found = await rows(_WARNED_TODAY.format(seen=seen), midnight, at, *args)
    given = {entry["clock"]: entry for entry in found}
    if not given:
        return []
    marks = ", ".join("?" * len(given))
    warned = await reach.seen(await clocks_where(f"c.id IN ({marks}) ORDER BY c.late_from, c.id", *given))
    return [
        Reminder(shown(clock, at), given[clock.id]["kind"], given[clock.id]["given_at"])
        for clock in warned
        if _hears(reach, clock, given[clock.id]["kind"])
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
    """What goes into one's own calendar: the open limits one answers for, and those one's unit owes. Their records are never
    hidden from one (see `Reach.seen`)."""
    reach = await reach_of(person)
    condition = _OWN.format(marks=", ".join("?" * len(reach.ours)))
    return await clocks_where(
        f"{OPEN} AND {condition} ORDER BY c.late_from, c.id LIMIT ?", *sorted(reach.ours), person.id, MOST
    )


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
