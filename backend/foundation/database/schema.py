"""Migrations as plain SQL: the types we use are words both engines know, so one text serves both.

SQLite takes any declared type and Piccolo's converters go by it; what it cannot do (alter a column, rebuild a
table with children) is described in docs/development.md.
"""

from collections.abc import Callable, Coroutine
from typing import Any

from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from backend.foundation.database.access import engine_kind
from backend.foundation.database.engines import DB

Forwards = Callable[[], Coroutine[Any, Any, MigrationManager]]


def sql_migration(
    migration_id: str, description: str, forwards: str, *, sqlite: str = "", postgres: str = ""
) -> Forwards:
    """The `forwards` coroutine of a migration: shared statements, then those of the engine at hand."""

    async def run() -> None:
        for statement in statements(forwards + (sqlite if engine_kind() == "sqlite" else postgres)):
            await DB.run_ddl(statement)

    async def make() -> MigrationManager:
        manager = MigrationManager(migration_id=migration_id, app_name="liandong", description=description)
        manager.add_raw(run)
        return manager

    return make


def statements(text: str) -> list[str]:
    """Single statements of a text in which `;` ends each and stands nowhere else."""
    return [statement.strip() for statement in text.split(";") if statement.strip()]
