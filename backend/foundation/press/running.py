"""The press of this server: opened with the jobs of all rooms at its start, closed at its end."""

from collections.abc import Mapping

from backend.foundation.press.press import Press
from backend.foundation.press.refusals import PressClosed

_open: list[Press] = []


async def open_press(jobs: Mapping[str, str]) -> None:
    """Start the one press; its process begins with the first job."""
    press = Press(jobs)
    await press.start()
    _open.append(press)


async def close_press() -> None:
    """End it, whatever it is doing: what is missing is made again when somebody asks."""
    while _open:
        await _open.pop().stop()


def the_press() -> Press:
    """The open press; raises PressClosed outside a running server."""
    if not _open:
        raise PressClosed
    return _open[-1]
