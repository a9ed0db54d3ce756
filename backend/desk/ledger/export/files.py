"""Where exports lie until they are taken away, and what their files are called."""

import asyncio
import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from uuid import UUID, uuid4

import aiofiles.os

from backend.field.patrols.rules.filters import Filters
from backend.foundation.now import local
from backend.foundation.web.files import XLSX
from backend.settings import settings

MEDIA_TYPES: dict[str, str] = {
    "xlsx": XLSX,
    "csv": "text/csv",
}


def folder() -> Path:
    """Private to the service; made when it is first needed."""
    made = settings().data_dir / "exports"
    made.mkdir(mode=0o700, parents=True, exist_ok=True)
    return made


def path_of(export: UUID, form: str) -> Path:
    return folder() / f"{export}.{form}"


def unfinished(export: UUID) -> Path:
    """Where one attempt writes: a reader never meets half a file, and two attempts never each other's."""
    return folder() / f"{export}.{uuid4().hex[:8]}.part"


def attempts() -> Iterator[tuple[UUID, Path]]:
    """What lies unfinished, with the export each attempt was for."""
    for path in folder().glob("*.part*"):
        yield UUID(path.name.partition(".")[0]), path


async def remove(path: Path) -> None:
    """A file or the folder of one that was never finished; also when it is gone already."""
    if await aiofiles.os.path.isdir(path):
        await asyncio.to_thread(shutil.rmtree, path, ignore_errors=True)
        return
    try:
        await aiofiles.os.unlink(path)
    except FileNotFoundError:
        return


def file_name(township: str, filters: Filters, at: datetime, form: str) -> str:
    """示范镇巡查台账20261101-20261130.xlsx: the days asked for, else the day it was made."""
    since = f"{filters.since:%Y%m%d}" if filters.since else ""
    until = f"{filters.until:%Y%m%d}" if filters.until else f"{local(at):%Y%m%d}"
    return f"{township}巡查台账{since}{'-' if since else '至'}{until}.{form}"
