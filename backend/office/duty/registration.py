"""What other rooms may know of rosters, shifts and swaps: notices lead to them, pages hear of them."""

from typing import Final
from uuid import UUID

from backend.foundation.database import batch
from backend.foundation.now import now
from backend.foundation.people.identity import Person
from backend.foundation.records import Kind, Record
from backend.foundation.records.audience import Audience
from backend.office.duty.commands.writing import called
from backend.office.duty.queries import rosters, swaps
from backend.office.duty.queries.rosters import find_roster, roster_of_shift
from backend.office.duty.queries.shifts import find_shift
from backend.office.duty.queries.swaps import find_swap
from backend.office.duty.rules.swapping import OPEN


async def _roster(person: Person, roster_id: UUID) -> Record | None:
    found = await find_roster(person, roster_id)
    if found is None:
        return None
    return Record(
        kind="roster",
        id=found.id,
        title=found.title,
        url=f"/duty/rosters/{found.id}",
        township=found.township,
        open=True,
        chain=found.township,
        facts={},
    )


async def _shift(person: Person, shift_id: UUID) -> Record | None:
    found = await find_shift(person, shift_id)
    if found is None:
        return None
    return Record(
        kind="shift",
        id=found.id,
        title=called(found),
        url=f"/duty/shifts/{found.id}",
        township=found.township,
        open=found.cancelled_at is None and found.ends_at > now(),
        chain=found.township,
        facts={"address": found.place_name},
    )


async def _swap(person: Person, swap_id: UUID) -> Record | None:
    found = await find_swap(person, swap_id)
    if found is None:
        return None
    return Record(
        kind="swap",
        id=found.id,
        title=f"{found.asked_by_name}和{found.other_name}换班",
        url=f"/duty/swaps/{found.id}",
        township=found.township,
        open=found.steps.state in OPEN,
        chain=found.township,
        facts={},
    )


async def _shift_audience(shift_id: UUID) -> Audience | None:
    """A shift is heard of by whoever hears of its roster."""
    roster = await roster_of_shift(shift_id)
    return await rosters.audience(roster) if roster else None


async def _within(shift_id: UUID) -> tuple[str, UUID] | None:
    roster = await roster_of_shift(shift_id)
    return ("roster", roster) if roster else None


async def _hold_roster(roster_id: UUID) -> None:
    await batch([rosters.held(roster_id)])


async def _hold_swap(swap_id: UUID) -> None:
    await batch([swaps.held(swap_id)])


ROSTERS: Final = Kind(
    "roster", "值守排班", _roster, hold=_hold_roster, audience=rosters.audience, reading="duty.read"
)
SHIFTS: Final = Kind("shift", "班次", _shift, audience=_shift_audience, reading="duty.read", within=_within)
SWAPS: Final = Kind("swap", "换班", _swap, hold=_hold_swap, audience=swaps.audience, reading="duty.read")
