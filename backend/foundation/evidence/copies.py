"""The copies made of photos: kept in a folder by what they were made from, made again whenever one is missing."""

import hashlib
import os
from pathlib import Path
from tempfile import mkstemp

import aiofiles
import msgspec

# Raised whenever the darkroom draws differently, so that no copy of the old kind is served.
EDITION = 1


class Copies:
    """A folder that may be emptied at any time: nothing in it is evidence."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def read(self, recipe: str) -> bytes | None:
        """The copy, if it is there."""
        try:
            async with aiofiles.open(self.path(recipe), "rb") as file:
                return await file.read()
        except FileNotFoundError:
            return None

    def path(self, recipe: str) -> Path:
        """Where the copy lies, or would lie."""
        return self._folder / recipe[:2] / recipe


def put(path: Path, content: bytes) -> None:
    """A copy into its place at once: a reader sees all of it or nothing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = mkstemp(dir=path.parent, prefix=".")
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    Path(name).replace(path)


def recipe(*ingredients: object) -> str:
    """The name of a copy: a digest over everything that makes it what it is."""
    return hashlib.sha256(msgspec.json.encode([EDITION, *ingredients])).hexdigest()
