"""How often a piece of work goes to the database and back: one dialogue is one trip, however many statements it holds."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch

from backend.foundation.database import access
from backend.foundation.database.piccolo_conf import DB
from backend.foundation.database.pooled_sqlite import PooledSQLiteEngine


@dataclass
class Trips:
    made: int = 0


@contextmanager
def trips() -> Iterator[Trips]:
    """Counts while everything goes its usual way."""
    where, name = (DB, "run") if isinstance(DB, PooledSQLiteEngine) else (access, "_converse_postgres")
    counted, go = Trips(), getattr(where, name)

    async def going(*args: Any, **named: Any) -> Any:
        counted.made += 1
        return await go(*args, **named)

    with patch.object(where, name, going):
        yield counted
