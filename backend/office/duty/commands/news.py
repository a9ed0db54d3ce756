"""Who is told what of a published roster; of a draft nobody is."""

from collections.abc import Iterable
from uuid import UUID

from backend.foundation.notify import tell
from backend.foundation.outbox import Sender
from backend.office.duty.commands.writing import called
from backend.office.duty.queries.conflicts import Sheet
from backend.office.duty.queries.people import who_plan
from backend.office.duty.queries.rosters import Roster
from backend.office.duty.queries.shifts import KnownShift


async def tell_published(roster: Roster, shifts: Iterable[KnownShift], sender: Sender) -> None:
    """Each who stands somewhere in the month, but whoever publishes."""
    people = {each.officer for shift in shifts if not shift.cancelled_at for each in shift.people}
    await tell(
        people - {sender.person.id},
        topic="duty",
        about=("roster", roster.id),
        title=f"{roster.title}已发布",
        words="看看自己的班次；有事尽早换班",
    )


async def tell_of_shift(
    shift: KnownShift, people: Iterable[UUID], title: str, sender: Sender, words: str = ""
) -> None:
    """Those whom a change after publishing concerns; nobody is told what they did themselves."""
    if shift.published_at is None:
        return
    await tell(
        set(people) - {sender.person.id},
        topic="duty",
        about=("shift", shift.id),
        title=title,
        words=f"{called(shift)}{f'，{words}' if words else ''}",
    )


async def tell_of_gap(shift: KnownShift, slot: int, sheet: Sheet, why: str, sender: Sender) -> None:
    """An empty slot: those who plan at any hour, and whoever could take it."""
    gap = f"{shift.needs[slot].name}缺人"
    await tell(
        await who_plan(shift.township, (sender.person.id,)),
        topic="duty",
        about=("shift", shift.id),
        title=f"值守{gap}",
        words=f"{called(shift)}，{why}",
        urgent=True,
    )
    there = {each.officer for each in shift.people}
    free = {each.member.id for each in sheet.candidates(shift.id, slot, there) if not each.conflicts}
    await tell_of_shift(shift, free, f"{gap}，你可以顶班", sender)
