"""What a month's drafting and every judgement of a hand edit start from."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final
from uuid import UUID

from backend.foundation.clocks.calendars import calendar_of
from backend.foundation.database import batch, row, rows
from backend.foundation.mechanism import load_profile
from backend.foundation.now import CHINA
from backend.foundation.people.identity import roles_of
from backend.foundation.people.permissions import ACTIONS
from backend.foundation.preferences import preferences
from backend.foundation.workdays import Calendar
from backend.office.absences.queries.away import away
from backend.office.duty.drafting import (
    Assigned,
    Away,
    Given,
    Member,
    Shift,
    Span,
    Stint,
    Tally,
    Wish,
    balances,
    bounds_of,
    fairness,
)
from backend.office.duty.queries.shifts import KnownShift, shifts_of
from backend.office.duty.rules.days import next_month
from backend.office.duty.rules.making import is_night

MONTHS_CARRIED: Final = 3
AROUND: Final = timedelta(days=9)
# What people put where it is; drafting leaves it there.
BY_HAND: Final = frozenset({"hand", "swap", "substitute", "import"})
ORIGINS: Final = BY_HAND | {"solver", "rotation"}
_PEOPLE = (
    "SELECT o.id, o.name, o.roles, u.code AS unit FROM officers o JOIN units u ON u.id = o.unit "
    "WHERE u.township = ? AND o.left_at IS NULL ORDER BY u.code, o.username"
)
_CERTIFICATES = (
    "SELECT c.id, c.officer, c.valid_from, c.valid_until FROM certificates c JOIN officers o ON o.id = c.officer "
    "JOIN units u ON u.id = o.unit WHERE u.township = ?"
)
_SUSPENSIONS = (
    "SELECT s.certificate, s.started_at, s.ended_at FROM suspensions s JOIN certificates c ON c.id = s.certificate "
    "JOIN officers o ON o.id = c.officer JOIN units u ON u.id = o.unit WHERE u.township = ?"
)
_WISHES = (
    "SELECT w.officer, w.on_day, w.wants FROM duty_wishes w JOIN officers o ON o.id = w.officer "
    "JOIN units u ON u.id = o.unit WHERE u.township = ? AND w.on_day >= ? AND w.on_day < ?"
)
_BESIDE = (
    "SELECT a.officer, s.id, s.name, s.begins_at, s.ends_at FROM assignments a JOIN shifts s ON s.id = a.shift "
    "JOIN rosters r ON r.id = s.roster WHERE r.township = ? AND s.roster <> ? AND a.ended_at IS NULL "
    "AND s.cancelled_at IS NULL AND s.ends_at > ? AND s.begins_at < ?"
)
_BEFORE = (
    "SELECT id, month FROM rosters WHERE township = ? AND month < ? AND published_at IS NOT NULL "
    "ORDER BY month DESC LIMIT ?"
)
_FAR = datetime(9999, 1, 1, tzinfo=UTC)


async def given_of(
    township: UUID, roster: UUID, month: date, shifts: Sequence[KnownShift], calendar: Calendar
) -> Given:
    """The month's shifts and everybody who may stand there; `fixed` is what people put by hand. Nobody carries anything on yet:
    what a roster breaks does not depend on it."""
    return Given(
        drafted_shifts(shifts, calendar),
        await _members(township, month),
        bounds_of(await preferences(township)),
        assigned(shifts, BY_HAND),
        await _around(township, roster, month),
    )


async def with_carried(given: Given, township: UUID, month: date, calendar: Calendar) -> Given:
    """The same with what the last published months left uneven, one after the other: for sharing out what is borne."""
    carried: Mapping[UUID, Tally] = {}
    for entry in reversed(await rows(_BEFORE, township, month, MONTHS_CARRIED)):
        shifts = await shifts_of(entry["id"])
        past = Given(drafted_shifts(shifts, calendar), await _members(township, entry["month"]))
        carried = balances(fairness(_carrying(past, carried), assigned(shifts)))
    return _carrying(given, carried)


async def calendar_in(township: UUID) -> Calendar:
    """The working days of the township's region."""
    found = await row("SELECT county, profile FROM townships WHERE id = ?", township)
    assert found is not None
    return await calendar_of(found["county"], load_profile(found["profile"]).region)


def assigned(shifts: Iterable[KnownShift], origins: frozenset[str] = ORIGINS) -> tuple[Assigned, ...]:
    """Who stands where, of those who came there in one of these ways."""
    return tuple(
        Assigned(shift.id, each.slot, each.officer)
        for shift in shifts
        if shift.cancelled_at is None
        for each in shift.people
        if each.origin in origins
    )


def drafted_shifts(shifts: Iterable[KnownShift], calendar: Calendar) -> tuple[Shift, ...]:
    """Those that take place, as drafting knows them."""
    return tuple(
        Shift(
            shift.id,
            shift.kind,
            shift.name,
            shift.place_name,
            shift.begins_at,
            shift.ends_at,
            shift.needs,
            is_night(shift.begins_at, shift.ends_at),
            not calendar.is_workday(shift.day),
        )
        for shift in shifts
        if shift.cancelled_at is None
    )


def _carrying(given: Given, carried: Mapping[UUID, Tally]) -> Given:
    members = (replace(member, carried=carried.get(member.id, Tally())) for member in given.members)
    return replace(given, members=tuple(members))


async def _members(township: UUID, month: date) -> tuple[Member, ...]:
    after = next_month(month)
    gone = await _away(township, month)
    people, certificates, suspensions, wishes = await batch(
        [
            (_PEOPLE, [township]),
            (_CERTIFICATES, [township]),
            (_SUSPENSIONS, [township]),
            (_WISHES, [township, month, after]),
        ]
    )
    return tuple(
        Member(
            entry["id"],
            entry["name"],
            entry["unit"],
            roles_of(entry),
            certified=tuple(_certified(entry["id"], certificates, suspensions)),
            away=tuple(gone.get(entry["id"], ())),
            wishes=tuple(
                Wish(each["on_day"], each["wants"]) for each in wishes if each["officer"] == entry["id"]
            ),
        )
        for entry in people
        if not roles_of(entry).isdisjoint(ACTIONS["duty.stand"])
    )


async def _away(township: UUID, month: date) -> dict[UUID, list[Away]]:
    """By person, leave and borrowings that reach into the month or the nights around it."""
    first, last = (datetime.combine(day, time(), CHINA) for day in (month, next_month(month)))
    found: dict[UUID, list[Away]] = {}
    for stretch in await away(township, first - AROUND, last + AROUND):
        found.setdefault(stretch.officer, []).append(Away(stretch.begins, stretch.ends, stretch.why))
    return found


def _certified(
    officer: UUID, certificates: list[dict[str, Any]], suspensions: list[dict[str, Any]]
) -> Iterable[Span]:
    """When a certificate of theirs counts: its validity without what it was suspended."""
    for held in (each for each in certificates if each["officer"] == officer):
        begins = held["valid_from"]
        stops = sorted(
            (each["started_at"], each["ended_at"] or _FAR)
            for each in suspensions
            if each["certificate"] == held["id"]
        )
        for stopped, again in stops:
            if begins < min(stopped, held["valid_until"]):
                yield Span(begins, min(stopped, held["valid_until"]))
            begins = max(begins, again)
        if begins < held["valid_until"]:
            yield Span(begins, held["valid_until"])


async def _around(township: UUID, roster: UUID, month: date) -> tuple[Stint, ...]:
    """Everybody's shifts of other months that lie near this one."""
    first = datetime.combine(month, time(), CHINA)
    last = datetime.combine(next_month(month), time(), CHINA)
    found = await rows(_BESIDE, township, roster, first - AROUND, last + AROUND)
    return tuple(
        Stint(
            each["officer"],
            each["name"],
            each["begins_at"],
            each["ends_at"],
            is_night(each["begins_at"], each["ends_at"]),
            each["id"],
        )
        for each in found
    )
