"""What is left of a limit in its row or at its head, in the words of the board. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from backend.foundation.clocks.showing import length_words
from backend.foundation.web.words import zh_due


@dataclass(frozen=True, slots=True)
class Chip:
    """What is left, when it is due, its look ("", soon, over, met)."""

    left: str
    due: str
    look: str


def chip(left: timedelta, due: datetime, look: str, at: datetime) -> Chip:
    """还剩12分钟 · 今天 10:31; 已超18分钟. `left` is below nothing once it is over."""
    words = f"已超{length_words(-left)}" if look == "over" else f"还剩{length_words(left)}"
    return Chip(words, zh_due(due, at), look)
