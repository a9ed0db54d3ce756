"""Watching over posts, several times a minute, in every worker; a lease lets one of them act at a time."""

from datetime import timedelta

from backend.foundation.beside import Beside, keep_doing
from backend.office.duty.turnout.commands.watching import watch

LOOK_EVERY = timedelta(seconds=20)

_watch = Beside("posts")


async def open_posts() -> None:
    """Begin."""
    _watch.begin(keep_doing(watch, LOOK_EVERY, "watching over posts"))


async def close_posts() -> None:
    """Stop; what was under way is rolled back and found again at the next start."""
    await _watch.end()
