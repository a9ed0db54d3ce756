"""What stands in the way of running on this machine."""

import asyncio
import os
from pathlib import Path

from backend.foundation.database import close_database, open_database, rows
from backend.settings import ROOT, Settings


def obstacles(given: Settings) -> list[str]:
    """One line each, with what to do; empty when the product can run."""
    return [*_folder(given.data_dir), *asyncio.run(_schema())]


def _folder(folder: Path) -> list[str]:
    nearest = next(parent for parent in (folder, *folder.parents) if parent.exists())
    if os.access(nearest, os.W_OK):
        return []
    return [f"LIANDONG_DATA: {folder} cannot be written; give it to the user the server runs as"]


async def _schema() -> list[str]:
    try:
        await open_database()
        ran = {found["name"] for found in await rows("SELECT name FROM migration")}
    except Exception as error:  # noqa: BLE001 - whatever a driver raises is the answer here
        return [f"database: {error}; run `liandong migrate`"]
    finally:
        await close_database()
    there = len(list((ROOT / "migrations").glob("[0-9]*.py")))
    return (
        []
        if len(ran) >= there
        else [f"schema: {there - len(ran)} migration(s) missing; run `liandong migrate`"]
    )
