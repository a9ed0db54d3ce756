"""Make what a server would make after its first start on this data folder and database: copies of photos, papers of letters.

A process of its own (`python -m tests.rig.developing`): it reads the settings of the house it works on. Servers on a copy of
that house then do nothing by themselves, and none of them does again what another has done.
"""

import asyncio
import sys

from backend.foundation.database import close_database, open_database
from backend.foundation.evidence import development
from backend.foundation.evidence.queries import undeveloped
from backend.foundation.letters.official import rendering
from backend.foundation.letters.official.queries import unrendered
from backend.foundation.press import close_press, open_press
from backend.running import JOBS


async def develop() -> int:
    """How much could not be made."""
    await open_database()
    await open_press(JOBS)
    try:
        for work in (development, rendering):
            await work.resume()
            await work.settled()
        return len(await undeveloped()) + len(await unrendered())
    finally:
        await close_press()
        await close_database()


if __name__ == "__main__":
    sys.exit(asyncio.run(develop()))
