"""A case with a letter, a material and a photo, and what somebody may do to its dossier afterwards."""

import hashlib
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from uuid import UUID
from zipfile import ZipFile

from backend.demo.organisation import township_id
from backend.foundation.database import transaction
from backend.foundation.dossier import Dossier, File, prepare, zipped
from backend.foundation.dossier.contents import MATERIALS, PHOTOS
from backend.foundation.journal import record
from backend.foundation.letters.official import letters_of, pdf
from backend.foundation.storage.place import storage
from backend.foundation.storage.receiving import received
from tests.foundation.letters.official.papers import AT, RECORD, issued
from tests.rig.cast import Cast

MATERIAL, PHOTO = b"%PDF-1.7 material %%EOF", b"\xff\xd8\xff a photo"
TWICE = "现场检查/笔录"


async def stored(content: bytes) -> str:
    async def whole() -> AsyncIterator[bytes]:
        yield content

    async with received(whole(), storage().arrivals, len(content)) as arrival:
        return (await storage().blobs.adopt(arrival)).sha256


async def dossier(cast: Cast, folder: Path, *, tells: Callable[[str], bool] = lambda _: True) -> Path:
    """The case's dossier as a file, made by `neiqin`."""
    by = await cast.person("neiqin")
    async with transaction():
        record(
            "handoff.approved", chain=township_id("sfz"), record=RECORD, by=by.id, payload={"comment": "同意"}
        )
        record(
            "patrol.started", chain=township_id("sfz"), record=("patrol", UUID(int=9)), by=by.id, payload={}
        )
    letter = await issued()
    await pdf(letter.id)
    material, photo = await stored(MATERIAL), await stored(PHOTO)
    given = Dossier(
        title="移送案卷 示政执移〔2026〕1号",
        records=[RECORD],
        letters=await letters_of(RECORD),
        files=[
            File(MATERIALS, TWICE, material, "application/pdf"),
            File(MATERIALS, TWICE, material, "application/pdf"),
            File(PHOTOS, "11-20 16:40", photo, "image/jpeg"),
            File(PHOTOS, "没有传到", "00" * 32, "image/jpeg"),
        ],
        tells=tells,
    )
    made = folder / "dossier.zip"
    with made.open("wb") as file:
        async for piece in zipped(await prepare(given, by=by, at=AT)):
            file.write(piece)
    return made


def contents(path: Path) -> dict[str, bytes]:
    with ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def rewritten(path: Path, files: dict[str, bytes]) -> Path:
    """The same dossier with other files in it."""
    altered = path.with_name("altered.zip")
    with ZipFile(altered, "w") as package:
        for name, content in files.items():
            package.writestr(name, content)
    return altered


def relisted(files: dict[str, bytes]) -> dict[str, bytes]:
    """With a hash list that agrees with what lies there now."""
    listed = [name for name in files if name not in ("hashes.txt", "signature.json")]
    lines = [f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in listed]
    return files | {"hashes.txt": "".join(lines).encode()}
