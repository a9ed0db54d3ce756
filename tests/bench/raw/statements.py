"""The database of this process, and the statements the bench wrote down for it."""

import pickle
from functools import cache
from itertools import count

from backend.settings import settings
from tests.bench.raw.drivers import Driver, Statements, driver
from tests.bench.replay import Prepared, Replay

_numbers = count(1)


@cache
def database() -> Driver:
    return driver(settings().database_url)


def again(name: str) -> Statements:
    """The product's statements under this name, as for one more request."""
    return _prepared(name).again(next(_numbers))


@cache
def _prepared(name: str) -> Prepared:
    replay: Replay = pickle.loads((settings().data_dir / f"{name}.pickle").read_bytes())
    return replay.prepared(database().stored)
