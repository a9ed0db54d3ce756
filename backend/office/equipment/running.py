"""Watching over what is lent, every few seconds, in every worker; a lease lets one of them act at a time."""

from datetime import timedelta

from backend.foundation.beside import Beside, keep_doing
from backend.office.equipment.commands.watching import watch

LOOK_EVERY = timedelta(seconds=20)

_watch = Beside("equipment")


async def open_equipment() -> None:
    """Begin; what fell due while no server ran is said at once."""
    _watch.begin(keep_doing(watch, LOOK_EVERY, "watching over what is lent"))


async def close_equipment() -> None:
    """Stop; a step under way is rolled back and taken up at the next start."""
    await _watch.end()
