"""What the API takes for timers of risky visits. Lengths are those of the columns."""

from typing import Annotated, Self

import msgspec

from backend.field.assists.bodies import FixBody
from backend.field.assists.mending import placed
from backend.field.checkins.rules.words import Channel
from backend.foundation.web.api import Acted

Place = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
Word = Annotated[str, msgspec.Meta(min_length=1, max_length=40)]
Note = Annotated[str, msgspec.Meta(max_length=500)]
Minutes = Annotated[int, msgspec.Meta(ge=1, le=480)]
Username = Annotated[str, msgspec.Meta(min_length=1, max_length=60)]


class Act(Acted, kw_only=True):
    """A state change. A position is taken whatever it says: what leads nowhere is left out."""

    position: FixBody | None = None

    @classmethod
    def mended(cls, raw: bytes) -> Self | None:
        """The same with a position that cannot be read; None where anything else does not fit."""
        return placed(cls, raw)


class CheckinBody(Act, kw_only=True):
    """PUT /checkins/{uuid}: the timer runs from `at` (default: now). `officer`: whose visit, default one's own."""

    place: Place
    reason: Word
    interval_minutes: Minutes
    note: Note | None = None
    officer: Username | None = None
    exercise: bool = False


class Well(Act, kw_only=True):
    """POST …/oks and /ending. Somebody else than the visitor says how they heard it (`channel`) and what was said."""

    channel: Channel | None = None
    words: Note | None = None
