"""Where somebody stood when they came, went or were asked is erased after the days the township keeps it. What came of it stays:
how it was shown, inside or outside the fence, how far from the post. The journal never held the coordinates."""

from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from backend.foundation.database import execute, rows, transaction
from backend.foundation.leases import give_back, take
from backend.foundation.now import now
from backend.foundation.preferences import preference

KEPT: Final = "duty.position_days"
NAME: Final = "positions at posts"
LEASE: Final = timedelta(minutes=2)
_TOWNSHIPS: Final = "SELECT township FROM turnouts WHERE lat IS NOT NULL UNION SELECT township FROM spot_checks WHERE lat IS NOT NULL"
_ERASE: Final = (
    "UPDATE turnouts SET lat = NULL, lon = NULL WHERE township = ? AND lat IS NOT NULL AND at < ? RETURNING id",
    "UPDATE spot_checks SET lat = NULL, lon = NULL WHERE township = ? AND lat IS NOT NULL AND answered_at < ? RETURNING id",
)


async def forget() -> int:
    """Erase what has been kept as long as it may be, unless another worker is at it; how many."""
    at = now()
    if not await take(NAME, at, LEASE):
        return 0
    try:
        return sum([await _forget(each["township"], at) for each in await rows(_TOWNSHIPS)])
    finally:
        await give_back(NAME)


async def _forget(township: UUID, at: datetime) -> int:
    before = at - timedelta(days=await preference(township, KEPT))
    async with transaction():
        return sum([await execute(sql, township, before) for sql in _ERASE])
