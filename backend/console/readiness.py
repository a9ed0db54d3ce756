"""What stands in the way of running on this machine; looking changes nothing."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from backend.console.command import Refused
from backend.console.opened import on_database
from backend.settings import ROOT, Settings

LEAST_FREE = 500 * 1024**2  # bytes; photos are refused long after the database is


def obstacles(given: Settings) -> list[str]:
    """One line each, with what to do; empty when the product can run."""
    return [*_folder(given.data_dir), *_database(given)]


def unwritable(folder: Path) -> str:
    """What stands in the way of writing there; empty where nothing does."""
    if os.access(_nearest(folder), os.W_OK):
        return ""
    return f"LIANDONG_DATA: {folder} cannot be written; give it to the user the server runs as"


def _nearest(folder: Path) -> Path:
    return next(parent for parent in (folder, *folder.parents) if parent.exists())


def _folder(folder: Path) -> Iterator[str]:
    nearest = _nearest(folder)
    if fault := unwritable(folder):
        yield fault
    free = shutil.disk_usage(nearest).free
    if free < LEAST_FREE:
        yield f"LIANDONG_DATA: only {free // 1024**2} MB are free at {nearest}; photos need room"


def _database(given: Settings) -> Iterator[str]:
    parts = urlsplit(given.database_url)
    if parts.scheme == "sqlite" and not Path(unquote(parts.path[1:])).exists():
        yield "database: not there yet; run `liandong migrate`"
        return
    try:
        yield from on_database(lambda: _contents(given))
    except Refused as refused:
        yield f"database: {refused}"


async def _contents(given: Settings) -> list[str]:
    from backend.demo import holds_demo
    from backend.foundation.database import rows

    ran = {found["name"] for found in await rows("SELECT name FROM migration")}
    missing = len(list((ROOT / "migrations").glob("[0-9]*.py"))) - len(ran)
    if missing > 0:
        return [f"schema: {missing} migration(s) missing; run `liandong migrate`"]
    if given.env == "production" and await holds_demo():
        return [
            "database: it holds the demo, which production does not serve; give it an empty one (DATABASE_URL)"
        ]
    return []
