"""How many writes a minute one person may send, per process; the contract promises at least 2,000."""

from time import monotonic

from backend.foundation.refusals import Refusal

PER_MINUTE = 6000
_FORGET_AT = 10_000

_spent: dict[str, tuple[float, float]] = {}


def spend(who: str) -> None:
    """Take one write from `who`'s bucket, which fills again by PER_MINUTE; refuse `too_many` when it is empty."""
    at = monotonic()
    level, since = _spent.get(who, (float(PER_MINUTE), at))
    level = min(float(PER_MINUTE), level + (at - since) * PER_MINUTE / 60) - 1
    if level < 0:
        raise Refusal("too_many", extra={"retry_after": 1})
    if len(_spent) > _FORGET_AT:
        _spent.clear()
    _spent[who] = (level, at)
