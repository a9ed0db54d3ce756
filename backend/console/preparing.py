"""What happens before the server answers: schema, demo, and who may not be served."""

import contextlib
import io
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context

from backend.console.command import Refused, in_one_line
from backend.settings import BadSetting, Settings


@contextlib.contextmanager
def prepared_apart(given: Settings, *, with_demo: bool) -> Iterator["Future[bool]"]:
    """`prepare` in a process of its own, while the caller does something else.

    The server's worker is forked from the calling process: threads and pools that preparing starts would come
    over dead, and memory it took would stay.
    """
    with ProcessPoolExecutor(1, mp_context=get_context("fork")) as aside:
        yield aside.submit(prepare, given, with_demo=with_demo)


def prepare(given: Settings, *, with_demo: bool) -> bool:
    """Migrate, load the demo where asked for, and answer whether the database holds it; raises Refused."""
    import uvloop

    try:
        return uvloop.run(_prepare(given, with_demo=with_demo))
    except (BadSetting, OSError, RuntimeError) as error:
        raise Refused(in_one_line(error)) from None


async def _prepare(given: Settings, *, with_demo: bool) -> bool:
    from backend.demo import holds_demo, load_if_empty, profile_warning
    from backend.foundation.database import close_database, migrate, open_database

    with contextlib.redirect_stdout(io.StringIO()):
        await migrate()
    await open_database()
    try:
        if warning := await profile_warning(given):
            print(warning, file=sys.stderr, flush=True)
        if with_demo:
            await load_if_empty(given)
        return await holds_demo()
    finally:
        await close_database()
