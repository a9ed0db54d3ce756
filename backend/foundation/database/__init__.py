"""Engine choice, the pool, one transaction per command and what follows its commit."""

from backend.foundation.database.access import UniqueBroken, batch, engine_kind, execute, locking, row, rows
from backend.foundation.database.opening import close_database, migrate, open_database
from backend.foundation.database.transactions import (
    after_commit,
    before_commit,
    kept,
    run_held_back,
    transaction,
)

__all__ = [
    "UniqueBroken",
    "after_commit",
    "batch",
    "before_commit",
    "close_database",
    "engine_kind",
    "execute",
    "kept",
    "locking",
    "migrate",
    "open_database",
    "row",
    "rows",
    "run_held_back",
    "transaction",
]
