"""Threads for libraries that wait: the process's own ones print papers and read photos for people who wait for them."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Final, TypeVarTuple

MOST: Final = 128  # more than all lanes together hold at once (running.AT_ONCE, five ways that need a thread)
_threads = ThreadPoolExecutor(MOST, thread_name_prefix="notices")
Given = TypeVarTuple("Given")


async def beside(work: Callable[[*Given], None], *given: *Given) -> None:
    """Back once `work` is done; raises what it raises."""
    await asyncio.get_running_loop().run_in_executor(_threads, work, *given)
