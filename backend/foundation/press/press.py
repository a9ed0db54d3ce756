"""The queue before the press, and the one task that works it off."""

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from typing import Any

from backend.foundation.press.frames import Delivery, Order
from backend.foundation.press.process import Limits, PressProcess
from backend.foundation.press.refusals import JobFailed, PressClosed, PressError

SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class PressState:
    """What the press is about: for the health page and the benchmark."""

    pid: int | None
    peak_bytes: int
    waiting: int
    done: int
    failed: int
    starts: int


@dataclass(frozen=True, slots=True, order=True)
class _Waiting:
    rank: tuple[bool, int]
    order: Order
    seconds: float
    answer: asyncio.Future[Delivery]


class Press:
    """Does listed jobs one after the other, apart from the request path.

    A caller that goes away costs nothing: its job is skipped, or finished and forgotten. A job that hangs, runs
    out of memory or kills the process fails alone.
    """

    def __init__(self, jobs: Mapping[str, str], limits: Limits | None = None) -> None:
        """`jobs`: job name → "module:function"; nothing else can be run."""
        self._jobs = dict(jobs)
        self._process = PressProcess(self._jobs, limits or Limits())
        self._queue: asyncio.PriorityQueue[_Waiting] = asyncio.PriorityQueue()
        self._arrivals = count()
        self._worker: asyncio.Task[None] | None = None
        self._done = 0
        self._failed = 0

    async def start(self) -> None:
        """Begin to work; the process itself starts with its first job."""
        self._worker = asyncio.create_task(self._work(), name="press")

    async def stop(self) -> None:
        """End the process at once; whoever still waits is told PressClosed."""
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.cancel()
            with suppress(asyncio.CancelledError):
                await worker
        while not self._queue.empty():
            _tell(self._queue.get_nowait().answer, PressClosed())
        await self._process.end()

    async def run(
        self, job: str, args: dict[str, Any], *, urgent: bool = False, seconds: float = SECONDS
    ) -> Any:
        """What the job's function returned. Raises a PressError; KeyError for a job that is not listed.

        `urgent` goes before all that is not: somebody looks at an empty place on a screen. `seconds` counts from
        the moment the job begins, not while it waits.
        """
        if job not in self._jobs:
            raise KeyError(job)
        if self._worker is None:
            raise PressClosed
        answer: asyncio.Future[Delivery] = asyncio.get_running_loop().create_future()
        rank = (not urgent, next(self._arrivals))
        self._queue.put_nowait(_Waiting(rank, Order(job, args), seconds, answer))
        delivery = await answer
        if delivery.code is not None:
            raise JobFailed(job, delivery.code, delivery.words)
        return delivery.result

    def state(self) -> PressState:
        """How it stands now."""
        process = self._process
        return PressState(
            process.pid, process.peak_bytes, self._queue.qsize(), self._done, self._failed, process.starts
        )

    async def _work(self) -> None:
        while True:
            waiting = await self._queue.get()
            if waiting.answer.cancelled():
                continue
            try:
                await self._serve(waiting)
            except BaseException:
                _tell(waiting.answer, PressClosed())
                raise

    async def _serve(self, waiting: _Waiting) -> None:
        try:
            delivery = await self._process.deliver(waiting.order, waiting.seconds)
        except PressError as failure:
            self._failed += 1
            _tell(waiting.answer, failure)
            return
        self._done += 1
        if not waiting.answer.done():
            waiting.answer.set_result(delivery)


def _tell(answer: asyncio.Future[Delivery], failure: PressError) -> None:
    if not answer.done():
        answer.set_exception(failure)
