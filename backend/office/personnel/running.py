"""Looking for certificates that run out, every few minutes, in every worker; each warning is given once."""

from datetime import timedelta

from backend.foundation.beside import Beside, keep_doing
from backend.office.personnel.commands.warnings import warn

LOOK_EVERY = timedelta(minutes=10)

_looking = Beside("certificates")


async def open_personnel() -> None:
    """Begin; what fell due while no server ran is said at once."""
    _looking.begin(keep_doing(warn, LOOK_EVERY, "looking for certificates that run out"))


async def close_personnel() -> None:
    """Stop; a warning under way is rolled back and given at the next start."""
    await _looking.end()
