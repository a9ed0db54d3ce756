"""Counting open limits anew after a county's calendars have changed. Closed ones stay as they were counted."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from backend.foundation.clocks.calendars import calendar_of, edition_of
from backend.foundation.clocks.clock import Clock
from backend.foundation.clocks.followers import tell_followers
from backend.foundation.clocks.queries import clocks_where
from backend.foundation.clocks.reckoning import Reckoning, reckon
from backend.foundation.database import batch, transaction
from backend.foundation.journal import record as journal
from backend.foundation.workdays import Calendar

BATCH = 500
EARLIER = "earlier"  # what followers hear of a limit that ends sooner than whoever has to keep it knows
_BEHIND = "c.county = ? AND c.edition < ? AND c.met_at IS NULL AND c.cancelled_at IS NULL"
_OPEN = "id = ? AND edition = ? AND met_at IS NULL AND cancelled_at IS NULL"


@dataclass(frozen=True, slots=True)
class Move:
    """A limit and what it comes to by another calendar."""

    clock: Clock
    now: Reckoning

    @property
    def moved(self) -> bool:
        return self.now.late_from != self.clock.late_from

    @property
    def earlier(self) -> bool:
        return self.now.late_from < self.clock.late_from

    def columns(self, edition: int, at: datetime) -> dict[str, Any]:
        """What the row becomes. One that has been called late and still is goes on with its daily warnings; where the
        end stands, other office hours move a warning that is to come, and call none again that was given."""
        told = self.now.columns() | {"edition": edition}
        given = not self.moved and self.now.next.kind != self.clock.next_kind
        if given or (self.clock.next_kind == "daily" and self.now.late_from <= at):
            told |= {"next_at": self.clock.next_at, "next_kind": self.clock.next_kind}
        return told | ({"moved_from": self.clock.due_at} if self.moved else {})


async def recount_county(county: UUID, at: datetime) -> list[Move]:
    """Bring every open limit of the county to the edition in force; answers those that moved.

    Batch by batch, each its own transaction: what a crash leaves behind is taken up by the next sweep.
    """
    edition, moves = await edition_of(county), []
    while behind := await clocks_where(f"{_BEHIND} ORDER BY c.edition LIMIT ?", county, edition, BATCH):
        regions = {clock.region for clock in behind}
        calendars = {region: await calendar_of(county, region, edition) for region in regions}
        found = [move_to(clock, calendars[clock.region], at) for clock in behind]
        moves += [move for move in found if move.moved]
        await _write(found, edition, at)
    return moves


def move_to(clock: Clock, calendar: Calendar, at: datetime) -> Move:
    """The limit by any calendar."""
    return Move(clock, reckon(clock.term, clock.counted_from, calendar, at))


async def _write(found: list[Move], edition: int, at: datetime) -> None:
    async with transaction():
        statements = []
        for move in found:
            told = move.columns(edition, at)
            names = ", ".join(f"{name} = ?" for name in told)
            statements.append(
                (
                    f"UPDATE clocks SET {names} WHERE {_OPEN} RETURNING id",
                    (*told.values(), move.clock.id, move.clock.edition),
                )
            )
        written = zip(found, await batch(statements), strict=True)
        moved = [move for move, answer in written if answer and move.moved]
        await tell_followers({move.clock.id: EARLIER for move in moved if move.earlier})
        for move in moved:
            _note(move)


def _note(move: Move) -> None:
    clock = move.clock
    journal(
        "clock.recounted",
        chain=clock.chain,
        record=clock.record,
        by=None,
        payload={
            "clock": clock.id,
            "rule": clock.rule,
            "name": clock.name,
            "from": clock.due_at,
            "due": move.now.due_at.astimezone(UTC),
            "earlier": move.earlier,
            "provisional": move.now.provisional,
        },
    )
