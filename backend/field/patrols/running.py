"""What a start makes up for: fixes that were kept when the server stopped, and not yet measured."""

import logging

from backend.field.patrols.commands.measuring import catch_up
from backend.foundation.beside import Beside

log = logging.getLogger(__name__)

_measuring = Beside("measuring")


async def open_patrols() -> None:
    """Begin, beside the answering: a long day's track takes a while to judge."""
    _measuring.begin(_catch_up())


async def close_patrols() -> None:
    """Stop; what is not measured then is at the next start."""
    await _measuring.end()


async def caught_up() -> None:
    """Wait until everything is measured."""
    await _measuring.settled()


async def _catch_up() -> None:
    try:
        await catch_up()
    except Exception:
        # The next batch of fixes and the filing measure again; a start must not fail for it.
        log.exception("measuring what was left over failed")
