"""What happens before the server answers: schema, demo, and who may not be served."""

import contextlib
import io
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from typing import TYPE_CHECKING

from backend.console.command import Refused, in_one_line
from backend.console.lifeline import end_with_parent
from backend.console.opened import outside_in_one_line
from backend.settings import BadSetting, Settings

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from typing import Any


@contextlib.contextmanager
def prepared_apart(given: Settings, *, with_demo: bool) -> Iterator["Future[bool]"]:
    """`prepare` in a process of its own, while the caller does something else.

    The server's worker is forked from the calling process: threads and pools that preparing starts would come
    over dead, and memory it took would stay.
    """
    with ProcessPoolExecutor(1, get_context("fork"), initializer=end_with_parent) as aside:
        yield aside.submit(prepare, given, with_demo=with_demo)


def prepare(given: Settings, *, with_demo: bool) -> bool:
    """Migrate, load the demo where asked for, and answer whether the database holds it; raises Refused."""
    return _run(_prepare(given, with_demo=with_demo))


def bring_up_to_date() -> None:
    """Only the schema; raises Refused."""
    _run(_migrate())


def _run(work: "Coroutine[Any, Any, bool]") -> bool:
    import uvloop

    try:
        return outside_in_one_line(lambda: uvloop.run(work))
    except BadSetting as bad:
        raise Refused(in_one_line(bad)) from None


async def _migrate() -> bool:
    """Piccolo reports on its own to the terminal; what counts is in the exception."""
    from backend.foundation.database import migrate

    with contextlib.redirect_stdout(io.StringIO()):
        await migrate()
    return True


async def _prepare(given: Settings, *, with_demo: bool) -> bool:
    from backend.demo import holds_demo, load_if_empty, profile_warning
    from backend.foundation.database import close_database, open_database

    await _migrate()
    await open_database()
    try:
        if warning := await profile_warning(given):
            print(warning, file=sys.stderr, flush=True)
        if with_demo:
            await load_if_empty(given)
        return await holds_demo()
    finally:
        await close_database()
