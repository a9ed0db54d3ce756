"""How many writes a minute one person may send, per process; the contract promises at least 2,000."""

from backend.foundation.refusals import Refusal

PER_MINUTE = 6000
_TIDY_AT = 10_000


class Pace:
    """A bucket for each person, which fills again by `per_minute`. Time is given: seconds of a clock that never goes back."""

    def __init__(self, per_minute: int, *, tidy_at: int = _TIDY_AT) -> None:
        self._most, self._tidy_at = float(per_minute), tidy_at
        self._left: dict[str, tuple[float, float]] = {}

    def spend(self, who: str, at: float) -> None:
        """Take one write from `who`'s bucket; refuses `too_many` when it is empty."""
        level = self._level(who, at) - 1
        if level < 0:
            raise Refusal("too_many", extra={"retry_after": 1})
        if len(self._left) >= self._tidy_at:
            self._left = {
                other: was for other, was in self._left.items() if self._level(other, at) < self._most
            }
        self._left[who] = (level, at)

    def _level(self, who: str, at: float) -> float:
        level, since = self._left.get(who, (self._most, at))
        return min(self._most, level + (at - since) * self._most / 60)


WRITES = Pace(PER_MINUTE)
