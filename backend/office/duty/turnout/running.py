"""Watching over posts, several times a minute, and forgetting positions, every hour, in every worker; a lease lets one of them
act at a time."""

from datetime import timedelta

from backend.foundation.beside import Beside, keep_doing
from backend.office.duty.turnout.commands.forgetting import forget
from backend.office.duty.turnout.commands.watching import watch

LOOK_EVERY = timedelta(seconds=20)
FORGET_EVERY = timedelta(hours=1)

_watch = Beside("posts")


async def open_posts() -> None:
    """Begin; what should have gone while no server ran goes at once."""
    _watch.begin(keep_doing(watch, LOOK_EVERY, "watching over posts"))
    _watch.begin(keep_doing(forget, FORGET_EVERY, "forgetting positions at posts"))


async def close_posts() -> None:
    """Stop; what was under way is rolled back and found again at the next start."""
    await _watch.end()
