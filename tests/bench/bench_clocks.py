"""Limits: due dates counted on one core, and what a sweep costs among many that are not due yet."""

import time
from datetime import datetime, timedelta

from backend.foundation.clocks.sweep import sweep
from backend.foundation.database import close_database, open_database, row
from backend.foundation.now import CHINA, staged
from backend.foundation.workdays import Term, calendar_for, due, trace
from tests.bench import house
from tests.bench.figures import Figure
from tests.bench.many_clocks import LATE, fill_clocks
from tests.rig.server import Servers

COUNTED, TRACED = 200_000, 20_000
ROUNDS = 3
DUE = 1_000
OPEN = (10_000, 1_000_000)
FIRST = datetime(2023, 1, 1, 9, tzinfo=CHINA)
MOMENTS = [FIRST + timedelta(hours=7 * number) for number in range(4_000)]
TERMS = [Term(amount, "working_day") for amount in (3, 5, 10, 60)]


async def measure(servers: Servers) -> list[Figure]:
    figures = [
        Figure("working-day due dates", _counted(COUNTED), "/s", 200_000),
        Figure("the same with their traces", _traced(TRACED), "/s", 5_000),
    ]
    await open_database()
    await house.found_county()
    running = 0
    for many in OPEN:
        await fill_clocks(many - running, DUE)
        running = many
        figures.append(await _sweep(many))
    await close_database()
    return figures


def _counted(many: int) -> float:
    """The best of a few rounds: starts over three years, four limits, two regions."""
    calendars = [calendar_for("CN"), calendar_for("CN-XJ")]
    asked = [
        (TERMS[number % 4], MOMENTS[number % len(MOMENTS)], calendars[number % 2]) for number in range(many)
    ]
    fastest = 0.0
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        for term, start, calendar in asked:
            due(term, start, calendar)
        fastest = max(fastest, many / (time.perf_counter() - begun))
    return fastest


def _traced(many: int) -> float:
    calendar = calendar_for("CN")
    begun = time.perf_counter()
    for number in range(many):
        trace(TERMS[number % 3], MOMENTS[number % len(MOMENTS)], calendar)
    return many / (time.perf_counter() - begun)


async def _sweep(many: int) -> Figure:
    """One sweep at the moment a thousand limits end."""
    before = await _late()
    with staged(LATE):
        begun = time.perf_counter()
        await sweep()
        taken = time.perf_counter() - begun
    assert await _late() - before == DUE
    return Figure(f"sweep of {DUE:,} due among {many:,} open", taken, "s", 1.0, better="less")


async def _late() -> int:
    found = await row("SELECT COUNT(*) AS late FROM events WHERE kind = 'clock.overdue'")
    assert found is not None
    late: int = found["late"]
    return late
