"""What a server makes at its start and keeps to its end."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def lasting() -> Iterator[None]:
    """Make what lives as long as the process: modules, routes, templates.

    While it grows there is nothing to collect, and afterwards the collector never walks it again: a fifth of the start,
    and pages that a forked worker goes on sharing.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
