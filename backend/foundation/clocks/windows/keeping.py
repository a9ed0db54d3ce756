"""One look at all windows: what is to be opened, what was met. Any worker may do it; a lease lets one at a time."""

from datetime import timedelta
from typing import Final

from backend.foundation import leases
from backend.foundation.clocks.windows.meeting import meet_windows
from backend.foundation.clocks.windows.opening import open_windows
from backend.foundation.now import now

_NAME: Final = "windows"
_LEASE: Final = timedelta(minutes=1)


async def keep_windows() -> int:
    """How many were opened and met; nothing while another worker is at it."""
    at = now()
    if not await leases.take(_NAME, at, _LEASE):
        return 0
    try:
        return await open_windows(at) + await meet_windows(at)
    finally:
        await leases.give_back(_NAME)
