"""Opening windows and sweeping beside the answering, in every worker; leases let one of them do either at a time."""

from datetime import timedelta

from backend.foundation.beside import Beside, keep_doing
from backend.foundation.clocks.editions import note_shelf
from backend.foundation.clocks.recount import recount_county
from backend.foundation.clocks.sweep import sweep
from backend.foundation.clocks.windows import keep_windows
from backend.foundation.now import now

LOOK_EVERY = timedelta(seconds=10)

_sweeping = Beside("clocks")


async def open_clocks() -> None:
    """Begin sweeping; calendars that came with a new release are taken into use first."""
    _sweeping.begin(_work())


async def close_clocks() -> None:
    """Stop; a batch that is under way is rolled back and taken up at the next start."""
    await _sweeping.end()


async def _work() -> None:
    shelved = False

    async def shelve_and_sweep() -> None:
        nonlocal shelved
        if not shelved:
            for county in await note_shelf(now()):
                await recount_county(county, now())
            shelved = True
        await keep_windows()
        await sweep()

    await keep_doing(shelve_and_sweep, LOOK_EVERY, "sweeping the clocks")
