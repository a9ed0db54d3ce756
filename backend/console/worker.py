"""What granian starts in its worker."""

import ctypes
import os
import signal
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from litestar import Litestar

_PR_SET_PDEATHSIG = 1


def create_app() -> "Litestar":
    """The application, in a worker that does not outlive the process that watches it."""
    _end_with_parent()
    from backend import app

    return app.create_app()


def _end_with_parent() -> None:
    """A killed parent must not leave a worker behind that holds the port and the database (Linux)."""
    if not sys.platform.startswith("linux"):
        return
    parent = os.getppid()
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
    if os.getppid() != parent:
        os.kill(os.getpid(), signal.SIGTERM)
