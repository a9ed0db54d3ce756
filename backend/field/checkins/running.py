"""Watching over visits, every few seconds, in every worker; a lease lets one of them act at a time."""

from datetime import timedelta

from backend.field.checkins.commands.watching import watch
from backend.foundation.beside import Beside, keep_doing

LOOK_EVERY = timedelta(seconds=2)

_watch = Beside("checkins")


async def open_checkins() -> None:
    """Begin; what fell due while no server ran is made up for at once."""
    _watch.begin(keep_doing(watch, LOOK_EVERY, "watching over visits"))


async def close_checkins() -> None:
    """Stop; a step under way is rolled back and taken up at the next start."""
    await _watch.end()
