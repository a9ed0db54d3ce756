"""Beginning, ending and moving limits. Everything here happens inside the caller's transaction, each with its event."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from backend.foundation.clocks.calendars import calendar_of, edition_of, home_of
from backend.foundation.clocks.clock import Clock, Subject
from backend.foundation.clocks.limits import kept_cadence, kept_words, name_of
from backend.foundation.clocks.queries import clocks_where
from backend.foundation.clocks.reckoning import reckon
from backend.foundation.database import execute, locking, row
from backend.foundation.journal import record as journal
from backend.foundation.mechanism import Cadence, Limit, Profile
from backend.foundation.now import now
from backend.foundation.refusals import Refusal
from backend.foundation.workdays import Term, next_daily

_RUNNING = "c.record_kind = ? AND c.record_id = ? AND c.met_at IS NULL AND c.cancelled_at IS NULL"
_MET = "c.record_kind = ? AND c.record_id = ? AND c.rule = ? AND c.met_at IS NOT NULL"
# It is not called late twice for one end.
_CALLED_LATE = "SELECT id FROM clock_warnings WHERE clock = ? AND kind = 'limit' AND due_moment = ?"


async def start(
    subject: Subject,
    rule: str,
    limit: Limit,
    *,
    profile: Profile,
    started_at: datetime,
    owed_by: UUID,
    awaited_by: UUID | None = None,
    responsible: UUID | None = None,
    name: str = "",
) -> Clock:
    """Run `limit` (a countable one) for the record, by the calendar of the body that owes it. `name`: what it is called
    where no mechanism knows its rule, or calls it as another one of the same record is called.

    Where the record's `rule` runs already it is counted anew from what is told now: a discovery corrected while the
    case is still a draft moves its limit. Nothing is written where nothing differs.
    """
    told = {
        **_told_of(subject),
        **kept_words(limit, profile),
        **await _counted(limit.term, started_at, owed_by),
        "awaited_by": awaited_by,
        "responsible": responsible,
    }
    before = await _running(subject.record, rule)
    if before is not None:
        return await _change(before, told, "clock.moved")
    return await _begin(told | {"id": uuid4(), "rule": rule, "name": name or name_of(rule, limit)})


async def start_window(
    subject: Subject, cadence: Cadence, *, profile: Profile, started_at: datetime, owed_by: UUID
) -> Clock:
    """Run the window of a recurring duty (one that has a period) that `started_at` lies in."""
    told = {
        **_told_of(subject),
        **kept_cadence(cadence, profile),
        **await _counted(Term(None, cadence.period), started_at, owed_by),
        "awaited_by": None,
        "responsible": None,
    }
    return await _begin(told | {"id": uuid4(), "rule": cadence.rule, "name": cadence.name})


async def meet(record: tuple[str, UUID], rule: str, at: datetime) -> Clock | None:
    """The duty was done at `at`; late or not, it is met. None where that limit does not run (the place has none)."""
    found = await _running(record, rule)
    if found is None:
        return None
    return await _close(found, "met_at", at, "clock.met")


async def reopen(record: tuple[str, UUID], rule: str, *, why: str) -> Clock | None:
    """What met it is taken back: it runs again, counted by the calendar of today. None where it was not met."""
    found = await clocks_where(f"{_MET}{locking('c')}", *record, rule)
    if not found:
        return None
    counted = await _counted(found[0].term, found[0].counted_from, found[0].owed_by.id)
    told = {**counted, "started_at": found[0].started_at, "met_at": None}
    if await row(_CALLED_LATE, found[0].id, counted["late_from"]):
        daily = next_daily(found[0].term, now(), found[0].calendar)
        told |= {"next_at": daily.at, "next_kind": daily.kind}
    clock = await _written(found[0].id, told)
    return _noted(clock, "clock.reopened", {"due": clock.due_at, "why": why})


async def cancel(record: tuple[str, UUID], rule: str | None = None, *, at: datetime) -> list[Clock]:
    """The duty fell away, for one rule or for all of the record: a withdrawal, a draft thrown away."""
    asked = f"{_RUNNING} AND c.rule = ?" if rule else _RUNNING
    found = await clocks_where(f"{asked} ORDER BY c.id{locking('c')}", *record, *([rule] if rule else []))
    return [await _close(clock, "cancelled_at", at, "clock.cancelled") for clock in found]


async def extend(
    record: tuple[str, UUID], rule: str, limit: Limit, at: datetime, *, profile: Profile
) -> Clock:
    """`limit` is the total from the original start. Whether it may be extended, and until when, the room has judged;
    refuses `clock_not_running`."""
    found = await _wanted(record, rule)
    reckoning = reckon(limit.term, found.started_at, found.calendar, at)
    told = kept_words(limit, profile) | reckoning.columns() | {"counted_from": found.started_at}
    return await _change(found, told, "clock.extended", at)


async def hasten(
    record: tuple[str, UUID], rule: str, limit: Limit, raised_at: datetime, *, profile: Profile
) -> Clock:
    """Urgency raised later: the earlier of what ran and of `limit` from that moment; refuses `clock_not_running`."""
    found = await _wanted(record, rule)
    reckoning = reckon(limit.term, raised_at, found.calendar, now())
    if reckoning.late_from >= found.late_from:
        return found
    told = kept_words(limit, profile) | reckoning.columns() | {"counted_from": raised_at}
    return await _change(found, told, "clock.hastened", raised_at)


async def turn_to(record: tuple[str, UUID], rule: str, awaited_by: UUID) -> Clock | None:
    """Who waits for it changes and nothing else: its end stays what it is. None where that limit does not run."""
    found = await _running(record, rule)
    if found is None or found.column("awaited_by") == awaited_by:
        return found
    clock = await _written(found.id, {"awaited_by": awaited_by})
    whom = clock.awaited_by.name if clock.awaited_by else ""
    return _noted(clock, "clock.turned", {"awaited_by": whom, "due": clock.due_at})


async def _counted(term: Term, started_at: datetime, owed_by: UUID) -> dict[str, Any]:
    """What the limit comes to by the calendar of the body that owes it."""
    home = await home_of(owed_by)
    edition = await edition_of(home.county)
    calendar = await calendar_of(home.county, home.region, edition)
    return {
        **reckon(term, started_at, calendar, now()).columns(),
        "county": home.county,
        "region": home.region,
        "edition": edition,
        "owed_by": owed_by,
        "started_at": started_at,
        "counted_from": started_at,
    }


async def _running(record: tuple[str, UUID], rule: str) -> Clock | None:
    found = await clocks_where(f"{_RUNNING} AND c.rule = ?{locking('c')}", *record, rule)
    return found[0] if found else None


async def _wanted(record: tuple[str, UUID], rule: str) -> Clock:
    found = await _running(record, rule)
    if found is None:
        raise Refusal("clock_not_running")
    return found


async def _begin(told: dict[str, Any]) -> Clock:
    marks = ", ".join("?" * len(told))
    await execute(f"INSERT INTO clocks ({', '.join(told)}) VALUES ({marks})", *told.values())
    clock = await _again(told["id"])
    return _noted(clock, "clock.started", {"start": clock.started_at, "due": clock.due_at})


async def _change(before: Clock, told: dict[str, Any], kind: str, at: datetime | None = None) -> Clock:
    """Write what differs; the event keeps what the limit was before."""
    differs = {name: value for name, value in told.items() if before.column(name) != value}
    if not differs.keys() - {"next_at", "next_kind"}:
        return before
    clock = await _written(before.id, differs)
    return _noted(clock, kind, {"from": before.due_at, "due": clock.due_at, "says": clock.says}, at)


async def _close(clock: Clock, column: str, at: datetime, kind: str) -> Clock:
    closed = await _written(clock.id, {column: at, "next_at": None, "next_kind": ""})
    return _noted(closed, kind, {"due": clock.due_at, "state": closed.state(at)}, at)


async def _written(clock_id: UUID, told: dict[str, Any]) -> Clock:
    """With these columns; as it stands then."""
    names = ", ".join(f"{name} = ?" for name in told)
    await execute(f"UPDATE clocks SET {names} WHERE id = ?", *told.values(), clock_id)
    return await _again(clock_id)


async def _again(clock_id: UUID) -> Clock:
    (clock,) = await clocks_where("c.id = ?", clock_id)
    return clock


def _noted(clock: Clock, kind: str, payload: dict[str, Any], at: datetime | None = None) -> Clock:
    told = {
        "clock": clock.id,
        "rule": clock.rule,
        "name": clock.name,
        "owed_by": clock.owed_by.name,
        **payload,
    }
    journal(kind, chain=clock.chain, record=clock.record, by=None, payload=told, made_at=at)
    return clock


def _told_of(subject: Subject) -> dict[str, Any]:
    return {
        "township": subject.township,
        "chain": subject.chain,
        "record_kind": subject.record[0],
        "record_id": subject.record[1],
        "title": subject.title,
        "url": subject.url,
    }
