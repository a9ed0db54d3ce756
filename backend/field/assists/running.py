"""Watching over calls nobody has answered, each second, in every worker; a lease lets one of them act at a time."""

from datetime import timedelta

from backend.field.assists.commands.escalation import escalate
from backend.foundation.beside import Beside, keep_doing

LOOK_EVERY = timedelta(seconds=1)

_watch = Beside("assists")


async def open_assists() -> None:
    """Begin; what fell due while no server ran is made up for at once."""
    _watch.begin(keep_doing(escalate, LOOK_EVERY, "watching over calls for help"))


async def close_assists() -> None:
    """Stop; a step under way is rolled back and taken up at the next start."""
    await _watch.end()
