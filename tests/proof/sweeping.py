"""One of several workers on one database: `python -m tests.proof.sweeping fill COUNT` or `… sweep`."""

import asyncio
import sys

from backend.foundation.clocks.sweep import sweep_batch
from backend.foundation.database import close_database, open_database
from backend.foundation.now import now
from tests.bench.house import found_county
from tests.bench.many_clocks import fill_clocks


async def fill(count: int) -> int:
    """A county with so many limits that all end at one moment."""
    await found_county()
    await fill_clocks(0, count, townships=("sfz", "lz"))
    return count


async def sweep() -> int:
    """All that is due, without the lease that keeps workers apart; how many steps this one saw."""
    steps = 0
    while seen := await sweep_batch(now()):
        steps += seen
    return steps


async def main(what: str, count: str = "0") -> None:
    await open_database()
    print(await (fill(int(count)) if what == "fill" else sweep()))
    await close_database()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
