"""Carrying out a plan: what an import was confirmed to do, or what the demo is told, in one transaction."""

from collections.abc import Sequence
from uuid import UUID, uuid4

from backend.foundation.database import batch
from backend.foundation.database.access import Statement
from backend.office.matters.commands.writing import Act, inserted, note, noted, recorded
from backend.office.matters.queries.history import highest_numbers
from backend.office.matters.rules.comparing import Planned

SAY = "UPDATE matters SET sayings = ?, version = version + 1 WHERE id = ?"
MOVE_ON = "UPDATE matters SET version = version + 1 WHERE id = ?"


async def carry_out(planned: Sequence[Planned], act: Act) -> None:
    """Write every entry and note each in the journal; the caller holds the transaction and the list."""
    numbers = await highest_numbers(act.township)
    statements: list[Statement] = []
    for entry in planned:
        matter = entry.matter or uuid4()
        statements += _written(entry, matter, numbers.get(matter, 0) + 1, act)
    await batch(statements)


def _written(entry: Planned, matter: UUID, number: int, act: Act) -> list[Statement]:
    if entry.done == "sayings":
        note("matter.sayings_changed", matter, {"sayings": list(entry.sayings)}, act)
        return [_said(entry, matter)]
    noted(matter, number, entry.draft, entry.before, act)
    version = recorded(matter, number, entry.draft, act)
    if entry.matter is None:
        return [inserted(matter, entry.code, entry.sayings, act), version]
    if entry.sayings == entry.said_before:
        return [(MOVE_ON, (matter,)), version]
    note("matter.sayings_changed", matter, {"sayings": list(entry.sayings)}, act)
    return [_said(entry, matter), version]


def _said(entry: Planned, matter: UUID) -> Statement:
    return SAY, ("\n".join(entry.sayings), matter)
