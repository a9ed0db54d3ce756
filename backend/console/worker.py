"""What granian starts in its worker."""

from typing import TYPE_CHECKING

from backend.console.lasting import lasting
from backend.console.lifeline import end_with_parent

if TYPE_CHECKING:
    from litestar.types import ASGIApp


def create_app() -> "ASGIApp":
    """The application, in a worker that does not outlive the process that watches it."""
    end_with_parent()
    with lasting():
        from backend import app
        from backend.foundation.web.draining import Draining

        return Draining(app.create_app())
