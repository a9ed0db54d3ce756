"""What time brings to running limits: warnings, and the moment they are late.

A batch is one transaction. It takes due rows by index and reckons each anew; a row that another worker has carried on
meanwhile, or that was met, is left alone (compare and set on the moment that was due). What it writes is dated at the
limit, however late the sweep comes.
"""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID, uuid4

from backend.foundation import leases
from backend.foundation.clocks.calendars import calendar_of, edition_of
from backend.foundation.clocks.followers import tell_followers
from backend.foundation.clocks.reckoning import reckon
from backend.foundation.clocks.recount import recount_county
from backend.foundation.database import engine_kind, locking, rows, transaction, typed
from backend.foundation.database.access import Row
from backend.foundation.journal import record as journal
from backend.foundation.now import now
from backend.foundation.workdays import Calendar, Term, Warn, next_daily

LEASE: Final = timedelta(minutes=1)
BATCH: Final = 250
PUT_OFF: Final = timedelta(hours=1)
log = logging.getLogger(__name__)
_NAME: Final = "clocks"
_DUE = (
    "SELECT id, county, chain, record_kind, record_id, rule, name, amount, unit, roll_forward, region, edition, "
    "counted_from, due_at, late_from, next_at, next_kind FROM clocks WHERE next_at <= ? ORDER BY next_at, id LIMIT ?"
)
_CARRY_ON = (
    "WITH step (id, was_at, was_kind, next_at, next_kind) AS (VALUES {values}) "
    "UPDATE clocks SET next_at = step.next_at, next_kind = step.next_kind FROM step WHERE clocks.id IN ({ids}) AND {same} "
    "AND clocks.next_at = step.was_at AND clocks.next_kind = step.was_kind AND met_at IS NULL AND cancelled_at IS NULL "
    "RETURNING clocks.id"
)
# Without the plus SQLite would first read the whole table into a Bloom filter; the list of ids leads it to the rows.
_SAME = {"sqlite": "+clocks.id = step.id", "postgres": "clocks.id = step.id"}
_WARNED = "INSERT INTO clock_warnings (id, clock, kind, due_moment, given_at) VALUES "


@dataclass(frozen=True, slots=True)
class Step:
    """One clock: what was due, and what comes next. `silent`: nothing is said of it; it is only carried on."""

    clock: Row
    next: Warn
    silent: bool = False


async def sweep() -> int:
    """Everything that is due by now, unless another worker is at it; how many steps were taken."""
    if not await leases.take(_NAME, now(), LEASE):
        return 0
    taken = 0
    try:
        while steps := await sweep_batch(now()):
            taken += steps
            if not await leases.renew(_NAME, now(), LEASE):
                break
    finally:
        await leases.give_back(_NAME)
    return taken


async def sweep_batch(at: datetime) -> int:
    """The steps of one transaction; 0 once nothing is due."""
    due = await rows(_DUE, at, BATCH)
    for county in await _counted_before(due):
        await recount_county(county, at)
        due = await rows(_DUE, at, BATCH)
    if not due:
        return 0
    calendars = await _calendars(due)
    steps = [_step(found, calendars[found["county"], found["region"]], at) for found in due]
    async with transaction():
        carried = await _carry_on(steps)
        won = [step for step in steps if step.clock["id"] in carried and not step.silent]
        await _keep(won, at)
        await tell_followers({step.clock["id"]: step.clock["next_kind"] for step in won})
        for step in won:
            _note(step)
    return len(due)


async def _counted_before(due: Iterable[Row]) -> set[UUID]:
    """Counties whose calendars have changed since one of these was counted."""
    oldest: dict[UUID, int] = {}
    for found in due:
        oldest[found["county"]] = min(found["edition"], oldest.get(found["county"], found["edition"]))
    return {county for county, edition in oldest.items() if edition < await edition_of(county)}


async def _calendars(due: Iterable[Row]) -> dict[tuple[UUID, str], Calendar]:
    return {key: await calendar_of(*key) for key in {(found["county"], found["region"]) for found in due}}


def _step(found: Row, calendar: Calendar, at: datetime) -> Step:
    try:
        return Step(found, _next(found, calendar, at), silent=_came_too_late(found, at))
    except Exception:
        # One clock that nobody can reckon must not stop all the others.
        log.exception("clock %s cannot be reckoned", found["id"])
        return Step(found, Warn(found["next_kind"], at + PUT_OFF), silent=True)


def _came_too_late(found: Row, at: datetime) -> bool:
    """After a standstill nobody is told that half of a limit has passed when all of it has."""
    return bool(found["next_kind"] not in ("limit", "daily") and at >= found["late_from"])


def _next(found: Row, calendar: Calendar, at: datetime) -> Warn:
    """The next warning that is still to come; once it is late a daily one, from now on."""
    term = Term(found["amount"], found["unit"], bool(found["roll_forward"]))
    if found["next_kind"] in ("limit", "daily"):
        return next_daily(term, at, calendar)
    return reckon(term, found["counted_from"], calendar, at).next


async def _carry_on(steps: list[Step]) -> set[UUID]:
    """Compare and set, all in one statement; the ids of those that were still as we read them."""
    ids = [step.clock["id"] for step in steps]
    marks = ", ".join("?" * len(ids))
    # In one order for everybody: two workers that hold what the other wants would wait for each other for ever.
    await rows(f"SELECT id FROM clocks WHERE id IN ({marks}) ORDER BY id{locking('clocks')}", *ids)
    first = f"({typed('UUID')}, {typed('TIMESTAMPTZ')}, ?, {typed('TIMESTAMPTZ')}, ?)"
    values = ", ".join([first, *["(?, ?, ?, ?, ?)"] * (len(steps) - 1)])
    told = [
        (step.clock["id"], step.clock["next_at"], step.clock["next_kind"], step.next.at, step.next.kind)
        for step in steps
    ]
    statement = _CARRY_ON.format(values=values, ids=marks, same=_SAME[engine_kind()])
    found = await rows(statement, *(value for row in told for value in row), *ids)
    return {clock["id"] for clock in found}


async def _keep(won: list[Step], at: datetime) -> None:
    if not won:
        return
    values = [(uuid4(), step.clock["id"], step.clock["next_kind"], step.clock["next_at"], at) for step in won]
    marks = ", ".join(["(?, ?, ?, ?, ?)"] * len(values))
    await rows(f"{_WARNED}{marks}", *(value for row in values for value in row))


def _note(step: Step) -> None:
    """Daily warnings are kept as warnings; the journal has the ones that are given once."""
    found = step.clock
    if found["next_kind"] == "daily":
        return
    journal(
        "clock.overdue" if found["next_kind"] == "limit" else "clock.warned",
        chain=found["chain"],
        record=(found["record_kind"], found["record_id"]),
        by=None,
        made_at=found["next_at"],
        payload={
            "clock": found["id"],
            "rule": found["rule"],
            "name": found["name"],
            "due": found["due_at"],
            "kind": found["next_kind"],
        },
    )
