"""Writing exports beside the answering: one at a time, taken up again after a restart, taken away after a day."""

import asyncio
import logging
from datetime import timedelta

from backend.desk.ledger.export.commands import LostLease, claim, fail, lay_down, next_waiting, sweep, write
from backend.desk.ledger.export.queries import Export, owner_of
from backend.desk.ledger.worksheet import SheetFull
from backend.foundation.beside import Beside, keep_doing
from backend.foundation.now import now
from backend.foundation.refusals import CATALOGUE

LOOK_EVERY = timedelta(seconds=20)
log = logging.getLogger(__name__)

_writing = Beside("exports")
_asked_for = asyncio.Event()


async def open_exports() -> None:
    """Begin; whatever was left unwritten is taken up."""
    _writing.begin(keep_doing(_look, LOOK_EVERY, "looking for exports", woken=_asked_for))


async def close_exports() -> None:
    """Stop; what is under way is given back and written at the next start."""
    await _writing.end()


def wake() -> None:
    """Something was asked for: do not wait for the next look."""
    _asked_for.set()


async def run_waiting() -> None:
    """Write what waits, one after the other."""
    while (waiting := await next_waiting(now())) is not None:
        taken = await claim(waiting, now())
        if taken is not None:
            await run(taken)


async def run(export: Export) -> None:
    """Write one that was claimed; what goes wrong is written on it in words."""
    try:
        person = await owner_of(export)
        if person is None:
            await fail(export, "申请导出的人已经离岗")
        else:
            await write(export, person)
    except asyncio.CancelledError:
        await asyncio.shield(lay_down(export))
        raise
    except LostLease:
        log.warning("export %s is written by somebody else now", export.id)
    except SheetFull:
        await fail(export, CATALOGUE["export_too_long"].title)
    except Exception:
        log.exception("export %s failed", export.id)
        await fail(export, "写文件时出错")


async def _look() -> None:
    await sweep(now())
    await run_waiting()
