"""Telling those whom an absence concerns: who decides, who asked, who has to fill what falls empty."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final
from uuid import UUID

from backend.foundation.notify import tell
from backend.foundation.web.words import zh_day
from backend.office.absences.bearing import gaps
from backend.office.absences.queries.people import Officer, deciders, keepers, leaders, officer_of
from backend.office.absences.rules.borrowing import Borrowing
from backend.office.absences.rules.leave import Leave, days_words
from backend.office.absences.rules.words import KINDS

TOPIC: Final = "absence"


async def announce_asked(leave: Leave, who: Officer, *, by: UUID, at: datetime) -> None:
    """Whoever decides; a sick leave also whoever has to find somebody else."""
    people = await deciders(leave.township, who)
    await _tell(people, leave, f"{who.name}请{KINDS[leave.kind]}，等你批", _days(leave, at), by=by)
    if leave.counts:
        await _tell_of_gaps(leave, who.name, by=by, at=at)


async def announce_decided(leave: Leave, *, by: UUID, at: datetime) -> None:
    """Who asked and whose it is; where it leaves a shift empty, who fills it."""
    title = f"{KINDS[leave.kind]}批准了" if leave.approved_at else f"{KINDS[leave.kind]}没有批准"
    words = f"{_days(leave, at)}。{leave.refused_why}" if leave.refused_at else _days(leave, at)
    await _tell([leave.officer, leave.asked_by], leave, title, words, by=by)
    if leave.approved_at and leave.kind != "sick":
        await _tell_of_gaps(leave, (await officer_of(leave.officer)).name, by=by, at=at)


async def announce_withdrawn(leave: Leave, *, by: UUID, at: datetime) -> None:
    """Whoever was told that it waits."""
    who = await officer_of(leave.officer)
    people = await deciders(leave.township, who)
    await _tell(
        [*people, leave.officer], leave, f"{who.name}的{KINDS[leave.kind]}撤回了", _days(leave, at), by=by
    )


async def _tell_of_gaps(leave: Leave, name: str, *, by: UUID, at: datetime) -> None:
    empty = await gaps(leave.officer, leave.begins_at, leave.ends_at)
    if empty:
        words = "、".join(f"{zh_day(gap.begins, at)}{gap.title}" for gap in empty[:5])
        title = f"{name}请假，{len(empty)}个班次空出来了"
        await _tell(await keepers(leave.township, leave.unit), leave, title, words, by=by)


async def announce_borrowing(
    borrowing: Borrowing, title: str, words: str, people: Iterable[UUID], *, by: UUID
) -> None:
    """What became of it, to `people`."""
    others = [officer for officer in people if officer != by]
    await tell(others, topic=TOPIC, about=("borrowing", borrowing.id), title=title, words=words)


async def who_decides(borrowing: Borrowing) -> list[UUID]:
    """Leaders who may."""
    return await leaders(borrowing.township, but=(borrowing.officer, borrowing.asked_by))


async def _tell(people: Iterable[UUID], leave: Leave, title: str, words: str, *, by: UUID) -> None:
    others = [officer for officer in people if officer != by]
    await tell(others, topic=TOPIC, about=("leave", leave.id), title=title, words=words)


def _days(leave: Leave, at: datetime) -> str:
    until = f"到{zh_day(leave.last_day, at)}" if leave.first_day != leave.last_day else ""
    return f"{zh_day(leave.first_day, at)}{until}，{days_words(leave)}"
