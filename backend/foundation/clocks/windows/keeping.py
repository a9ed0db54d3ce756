"""One look at all windows: what is to be opened, what was met, and now and then whether what met one still does. Any worker
may do it; a lease lets one at a time."""

from datetime import timedelta
from typing import Final

from backend.foundation import leases
from backend.foundation.clocks.windows.meeting import meet_windows
from backend.foundation.clocks.windows.opening import open_windows
from backend.foundation.clocks.windows.reopening import reopen_windows
from backend.foundation.now import now

_NAME: Final = "windows"
_LEASE: Final = timedelta(minutes=1)
# A lease nobody gives back: looking behind reads a year of patrols, so all workers together do it once in this time.
_BEHIND: Final = "windows met"
LOOK_BEHIND_EVERY: Final = timedelta(minutes=5)


async def keep_windows() -> int:
    """How many were opened, met and put right; nothing while another worker is at it."""
    at = now()
    if not await leases.take(_NAME, at, _LEASE):
        return 0
    try:
        behind = await leases.take(_BEHIND, at, LOOK_BEHIND_EVERY)
        righted = await reopen_windows(at) if behind else 0
        return righted + await open_windows(at) + await meet_windows(at)
    finally:
        await leases.give_back(_NAME)
