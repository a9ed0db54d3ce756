"""Leaves and borrowings as rows of lists show them, and what whoever looks may do next. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from backend.foundation.now import local
from backend.foundation.people.identity import Person
from backend.foundation.web.words import zh_date
from backend.office.absences.queries import borrowings, leaves
from backend.office.absences.rules.access import decides_on_borrowing, decides_on_leave, may_write_for
from backend.office.absences.rules.borrowing import CASUAL, FLAGS, Flag, flags
from backend.office.absences.rules.leave import Leave, days_words, may_be_withdrawn, may_end_early
from backend.office.absences.rules.words import BORROWING_STATES, KINDS, LEAVE_STATES

_TAGS: Final = {
    "waiting": "soon",
    "coming": "brand",
    "running": "brand",
    "refused": "",
    "withdrawn": "",
    "over": "done",
}


@dataclass(frozen=True, slots=True)
class Card:
    """`marks`: word and look of each tag."""

    id: str
    url: str
    title: str
    meta: str
    marks: list[tuple[str, str]]
    state: str
    mine_to_decide: bool


@dataclass(frozen=True, slots=True)
class Offers:
    """What may be done with one by whoever looks."""

    decide: bool = False
    withdraw: bool = False
    leave: bool = False
    come_back: bool = False


def leave_card(person: Person, named: leaves.Named, at: datetime) -> Card:
    leave, state = named.leave, named.leave.state(at)
    return Card(
        f"leave-{leave.id}",
        f"/leaves/{leave.id}",
        f"{named.name} · {KINDS[leave.kind]}",
        " · ".join((_leave_days(leave, at), named.unit_name)),
        [(LEAVE_STATES[state], _TAGS[state])],
        state,
        leave_offers(person, named, at).decide,
    )


def _leave_days(leave: Leave, at: datetime) -> str:
    """11月25日 周三到11月27日 周五 · 3天; who came back early was away as long as that."""
    if leave.back_at is None:
        return f"{days_span(leave.first_day, leave.last_day, at)} · {days_words(leave)}"
    return f"{days_span(leave.first_day, local(leave.back_at).date(), at)} · 提前回来"


def borrowing_card(person: Person, named: borrowings.Named, long_days: int, at: datetime) -> Card:
    borrowing, state = named.borrowing, named.borrowing.state(at)
    taken = borrowing.days(at)
    days = f"已{taken}天" if state == "running" else f"共{taken}天" if taken else ""
    span = days_span(borrowing.from_day or borrowing.first_day, borrowing.until_day, at)
    return Card(
        f"borrowing-{borrowing.id}",
        f"/borrowings/{borrowing.id}",
        f"{named.name} → {named.department_words}",
        " · ".join(filter(None, (span, days, named.unit_name))),
        [(BORROWING_STATES[state], _TAGS[state]), *flag_tags(flags(borrowing, long_days, at))],
        state,
        borrowing_offers(person, named, at).decide,
    )


def flag_tags(found: Iterable[Flag]) -> list[tuple[str, str]]:
    """随意 is red, the rest amber."""
    return [(FLAGS[flag], "over" if flag in CASUAL else "soon") for flag in found]


def leave_offers(person: Person, named: leaves.Named, at: datetime) -> Offers:
    leave = named.leave
    keeps = person.id == leave.asked_by or may_write_for(person, officer=leave.officer, unit=leave.unit)
    decides = decides_on_leave(person, officer=leave.officer, unit=leave.unit, officer_roles=named.roles)
    return Offers(
        decide=leave.undecided and decides,
        withdraw=keeps and may_be_withdrawn(leave, at),
        come_back=keeps and may_end_early(leave, at),
    )


def borrowing_offers(person: Person, named: borrowings.Named, at: datetime) -> Offers:
    borrowing, state = named.borrowing, named.borrowing.state(at)
    own = person.id == borrowing.officer
    keeps = not own and may_write_for(person, officer=borrowing.officer, unit=borrowing.unit)
    return Offers(
        decide=borrowing.undecided
        and decides_on_borrowing(person, officer=borrowing.officer, asked_by=borrowing.asked_by),
        withdraw=keeps and state in ("waiting", "coming"),
        leave=keeps and borrowing.left_on is None and state in ("waiting", "refused"),
        come_back=keeps and state == "running",
    )


def days_span(first: date, last: date | None, at: datetime) -> str:
    """11月25日 周三到11月27日 周五; 11月2日 周一起 where nobody knows the end."""
    if last is None:
        return f"{zh_date(first, at)}起"
    return zh_date(first, at) if first == last else f"{zh_date(first, at)}到{zh_date(last, at)}"
