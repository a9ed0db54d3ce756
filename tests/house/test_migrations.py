"""What the rooms declare and what the migrations made are the same, on the engine at hand."""

from importlib import import_module

import pytest
from piccolo.table import Table

from backend.foundation.database import engine_kind, rows
from backend.piccolo_app import APP_CONFIG
from tests.house.tree import ours
from tests.rig.database import RolledBack
from tests.rig.stage import ROOT

TABLES = APP_CONFIG.table_classes
ASK = {
    "sqlite": "SELECT name FROM pragma_table_info(?)",
    "postgres": "SELECT column_name AS name FROM information_schema.columns WHERE table_name = ?",
}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table._meta.tablename)
async def test_a_table_has_the_columns_its_room_declares(table: type[Table], database: RolledBack) -> None:
    made = {found["name"] for found in await rows(ASK[engine_kind()], table._meta.tablename)}
    assert made == {column._meta.db_column_name for column in table._meta.columns}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table._meta.tablename)
async def test_a_table_can_be_read_whole(table: type[Table], database: RolledBack) -> None:
    assert await table.select().limit(1) == []


def test_every_room_with_tables_is_known_to_the_migrations() -> None:
    rooms = {".".join(path.with_suffix("").parts) for path in ours(".py") if path.name == "tables.py"}
    assert rooms == {table.__module__ for table in TABLES}


# Released with an id earlier than its number; it needs nothing of those before it.
EARLY = "0029_notices.py"


def test_migrations_run_in_the_order_of_their_numbers() -> None:
    """Piccolo goes by their ids, people by the names of their files."""
    files = [path for path in sorted((ROOT / "migrations").glob("0*.py")) if path.name != EARLY]
    ids = [import_module(f"migrations.{path.stem}").ID for path in files]
    assert ids == sorted(ids)
