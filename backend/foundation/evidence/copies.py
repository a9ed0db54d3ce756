"""The copies made of photos: kept in a folder by what they were made from, made again whenever one is missing."""

import hashlib
from pathlib import Path
from tempfile import mkstemp

import aiofiles
import aiofiles.os
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
            async with aiofiles.open(self._path(recipe), "rb") as file:
                return await file.read()
        except FileNotFoundError:
            return None

    async def write(self, recipe: str, content: bytes) -> None:
        """Put a copy in its place at once: a reader sees all of it or nothing."""
        handle, name = self._beside(recipe)
        async with aiofiles.open(handle, "wb") as file:
            await file.write(content)
        await aiofiles.os.replace(name, self._path(recipe))

    def _beside(self, recipe: str) -> tuple[int, str]:
        folder = self._path(recipe).parent
        folder.mkdir(parents=True, exist_ok=True)
        return mkstemp(dir=folder, prefix=".")

    def _path(self, recipe: str) -> Path:
        return self._folder / recipe[:2] / recipe


def recipe(*ingredients: object) -> str:
    """The name of a copy: a digest over everything that makes it what it is."""
    return hashlib.sha256(msgspec.json.encode([EDITION, *ingredients])).hexdigest()
