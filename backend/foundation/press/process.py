"""One press process seen from the house: started when needed, ended when it misbehaves."""

import asyncio
import os
import sys
from asyncio.subprocess import PIPE, Process
from dataclasses import dataclass
from pathlib import Path

import msgspec

import backend
from backend.foundation.press.frames import LENGTH, Delivery, Order, Terms, packed
from backend.foundation.press.refusals import JobLost, JobTimedOut

HOUSE = Path(backend.__file__).parent.parent
# Nothing else of the environment goes in: the process opens strangers' files and needs no password.
ENVIRONMENT = ("PATH", "LANG", "TMPDIR")


@dataclass(frozen=True, slots=True)
class Limits:
    """When a process is replaced: after so many jobs, or once it has used so much memory; and what it may map."""

    jobs: int = 200
    replace_above_bytes: int = 400 * 1024**2
    memory_bytes: int = 3 * 1024**3


class PressProcess:
    """At most one living process; not for use by two tasks at once."""

    def __init__(self, jobs: dict[str, str], limits: Limits) -> None:
        self._terms = Terms(jobs, limits.memory_bytes)
        self._limits = limits
        self._process: Process | None = None
        self._done = 0
        self.peak_bytes = 0
        self.starts = 0

    @property
    def pid(self) -> int | None:
        """The living process, if there is one."""
        return self._process.pid if self._process and self._process.returncode is None else None

    async def deliver(self, order: Order, seconds: float) -> Delivery:
        """Have one order done. Raises JobTimedOut or JobLost, after which the next order gets a new process."""
        process = await self._living()
        try:
            async with asyncio.timeout(seconds):
                delivery = await _exchange(process, order)
        except TimeoutError:
            await self.end()
            raise JobTimedOut(order.job, seconds) from None
        except (asyncio.IncompleteReadError, ConnectionError):
            await self.end()
            raise JobLost(order.job, process.returncode) from None
        except asyncio.CancelledError:
            await self.end()
            raise
        await self._note(delivery)
        return delivery

    async def end(self) -> None:
        """End the process, whatever it is doing."""
        process, self._process = self._process, None
        if process is None:
            return
        if process.returncode is None:
            process.kill()
        await process.wait()

    async def _living(self) -> Process:
        if self._process is None or self._process.returncode is not None:
            self._process = await self._begin()
        return self._process

    async def _begin(self) -> Process:
        self._done, self.peak_bytes, self.starts = 0, 0, self.starts + 1
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "backend.foundation.press.child",
            stdin=PIPE,
            stdout=PIPE,
            cwd=HOUSE,
            env={name: os.environ[name] for name in ENVIRONMENT if name in os.environ},
        )
        assert process.stdin is not None
        process.stdin.write(packed(self._terms))
        return process

    async def _note(self, delivery: Delivery) -> None:
        self._done += 1
        self.peak_bytes = delivery.peak_bytes
        if self._done >= self._limits.jobs or self.peak_bytes > self._limits.replace_above_bytes:
            await self.end()


async def _exchange(process: Process, order: Order) -> Delivery:
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(packed(order))
    await process.stdin.drain()
    head = await process.stdout.readexactly(LENGTH.size)
    body = await process.stdout.readexactly(LENGTH.unpack(head)[0])
    return msgspec.msgpack.decode(body, type=Delivery)
