"""One of several workers on one database: `python -m tests.proof.sweeping fill COUNT`, `… sweep` or `… share`."""

import asyncio
import sys

from backend.foundation.clocks import sweep as sweeping
from backend.foundation.database import close_database, open_database, row
from backend.foundation.now import now
from tests.bench.house import found_county
from tests.bench.many_clocks import fill_clocks

LOOK_AGAIN_S = 0.2


async def fill(count: int) -> int:
    """A county with so many limits that all end at one moment."""
    await found_county()
    await fill_clocks(0, count, townships=("sfz", "lz"))
    return count


async def sweep() -> int:
    """All that is due, without the lease that keeps workers apart; how many steps this one saw."""
    steps = 0
    while seen := await sweeping.sweep_batch(now()):
        steps += seen
    return steps


async def share() -> int:
    """As the product does it: whoever gets the lease works, the others look again until nothing is due."""
    steps = 0
    while await row("SELECT 1 AS due FROM clocks WHERE next_at <= ? LIMIT 1", now()):
        steps += await sweeping.sweep()
        await asyncio.sleep(LOOK_AGAIN_S)
    return steps


async def main(what: str, count: str = "0") -> None:
    await open_database()
    work = {"sweep": sweep, "share": share}
    print(await (fill(int(count)) if what == "fill" else work[what]()))
    await close_database()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
