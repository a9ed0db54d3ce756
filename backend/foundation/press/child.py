"""The press process: takes orders from its standard input one by one until that ends.

It runs at low priority, knows no database and no secrets, and may do only what its first frame lists.
"""

import logging
import os
import resource
import signal
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

import msgspec

from backend.foundation.press.frames import LENGTH, Delivery, Order, Terms, packed

Frame = TypeVar("Frame", Terms, Order)
POLITE = 10
log = logging.getLogger("press")


def main() -> None:
    """Serve until the house closes the pipe."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C in the terminal is for the house to handle
    logging.basicConfig(level=logging.WARNING, format="%(name)s: %(message)s")
    orders, deliveries = _pipes()
    terms = _read(orders, Terms)
    if terms is None:
        return
    _be_modest(terms.memory_bytes)
    while order := _read(orders, Order):
        deliveries.write(packed(_deliver(terms.jobs, order)))
        deliveries.flush()


def _pipes() -> tuple[BinaryIO, BinaryIO]:
    """Keep the answering pipe to ourselves: a library that prints must not write into it."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return sys.stdin.buffer, answers


def _be_modest(memory_bytes: int) -> None:
    os.nice(POLITE)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))


def _read(pipe: BinaryIO, kind: type[Frame]) -> Frame | None:
    head = pipe.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    return msgspec.msgpack.decode(pipe.read(LENGTH.unpack(head)[0]), type=kind)


def _deliver(jobs: dict[str, str], order: Order) -> Delivery:
    try:
        result = _function(jobs[order.job])(**order.args)
    except Exception as failure:
        code = getattr(failure, "code", None)
        if code is None:
            log.warning("%s failed", order.job, exc_info=failure)
        return Delivery(_peak_bytes(), code=code or type(failure).__name__, words=str(failure))
    return Delivery(_peak_bytes(), result=result)


def _function(dotted: str) -> Callable[..., Any]:
    module, name = dotted.split(":")
    function: Callable[..., Any] = getattr(import_module(module), name)
    return function


def _peak_bytes() -> int:
    """The most memory this process ever held. getrusage would count what its parent held before exec, too."""
    status = Path("/proc/self/status")
    if status.exists():
        for line in status.read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


if __name__ == "__main__":
    main()
