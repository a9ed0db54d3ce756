"""When it is said that a 执法证 runs out: 90, 30 and 7 days before its last day. Pure."""

from datetime import datetime, time
from typing import Final

from backend.foundation.now import local

STAGES: Final = (7, 30, 90)
# Nobody is told of it in the night: there is time.
_FROM, _UNTIL = time(8), time(20)


def stage(days_left: int) -> int | None:
    """The warning that is due with so many days left; those before it, where they were missed, are not made up for."""
    return next((days for days in STAGES if 0 <= days_left <= days), None)


def is_a_time_to_tell(at: datetime) -> bool:
    """Between eight and eight."""
    return _FROM <= local(at).time() < _UNTIL
