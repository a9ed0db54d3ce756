"""Forgetting positions, every minute, in every worker: what is erased twice is erased once."""

from datetime import timedelta

from backend.field.command.commands.sharing import forget
from backend.foundation.beside import Beside, keep_doing

LOOK_EVERY = timedelta(minutes=1)

_watch = Beside("command")


async def open_command() -> None:
    """Begin; what should have gone while no server ran goes at once."""
    _watch.begin(keep_doing(forget, LOOK_EVERY, "forgetting positions"))


async def close_command() -> None:
    """Stop."""
    await _watch.end()
