"""Engine choice, the pool, one transaction per command and what follows its commit."""

from backend.foundation.database.access import (
    UniqueBroken,
    batch,
    converse,
    engine_kind,
    execute,
    locking,
    look_over,
    look_up,
    row,
    rows,
    together,
    turns,
    typed,
)
from backend.foundation.database.dialogues import Dialogue, listed
from backend.foundation.database.opening import close_database, migrate, open_database
from backend.foundation.database.snapshots import snapshot
from backend.foundation.database.transactions import (
    after_commit,
    before_commit,
    kept,
    run_held_back,
    transaction,
)

__all__ = [
    "Dialogue",
    "UniqueBroken",
    "after_commit",
    "batch",
    "before_commit",
    "close_database",
    "converse",
    "engine_kind",
    "execute",
    "kept",
    "listed",
    "locking",
    "look_over",
    "look_up",
    "migrate",
    "open_database",
    "row",
    "rows",
    "run_held_back",
    "snapshot",
    "together",
    "transaction",
    "turns",
    "typed",
]
