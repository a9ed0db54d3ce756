"""Drafting from a running server: in a process of its own, so that neither requests nor photos wait for it.

The process begins with the question and ends with the answer: the libraries of the solver stay out of the server's memory.
"""

import asyncio
import logging
from typing import Final

from backend.foundation.press import Press, PressError
from backend.office.duty.drafting import Draft, Given
from backend.office.duty.drafting.job import packed, unpacked

_JOBS: Final = {"roster.draft": "backend.office.duty.drafting.job:job"}
_TURNS_S: Final = 60.0
# One solver at a time in each worker: at the end of a month all townships draft, and a core shared by ten finds nothing in time.
_alone: Final = asyncio.Lock()
log = logging.getLogger("duty")


async def draw_up(given: Given, *, solver: bool = True, patience: float = 60) -> Draft:
    """The draft of a month (`drafting.draft`). A solver that dies, errs or takes more than `patience` seconds is
    replaced by turns."""
    if not solver:
        return await _drawn(given, solver=False, patience=_TURNS_S)
    async with _alone:
        return await _drawn(given, solver=True, patience=patience)


async def _drawn(given: Given, *, solver: bool, patience: float) -> Draft:
    press = Press(_JOBS)
    await press.start()
    try:
        return await _asked(press, given, solver=solver, seconds=patience)
    except PressError as failure:
        if not solver:
            raise
        log.warning("the solver gave no roster, drafted by turns: %s", failure)
        return await _asked(press, given, solver=False, seconds=_TURNS_S)
    finally:
        await press.stop()


async def _asked(press: Press, given: Given, *, solver: bool, seconds: float) -> Draft:
    asked = {"given": packed(given), "solver": solver}
    return unpacked(await press.run("roster.draft", asked, seconds=seconds))
