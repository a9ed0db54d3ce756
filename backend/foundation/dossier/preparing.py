"""Gathering a dossier: everything but the bytes of its files is made before the first byte is sent."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec

from backend.foundation.database import transaction
from backend.foundation.dossier.contents import LETTERS, Dossier, File, file_name
from backend.foundation.dossier.excerpt import excerpt
from backend.foundation.dossier.reading_aid import reading_aid
from backend.foundation.journal import record
from backend.foundation.journal.links import canonical, text_of
from backend.foundation.journal.signing import public_key, sign
from backend.foundation.letters.official import pdf
from backend.foundation.people.identity import Person
from backend.foundation.storage.blobs import BlobMissing
from backend.foundation.storage.place import storage

AID, MANIFEST, JOURNAL, HASHES, SIGNATURE = (
    "说明.txt", "manifest.json", "journal.json", "hashes.txt", "signature.json",
)  # fmt: skip
PDF = "application/pdf"


@dataclass(frozen=True, slots=True)
class Held:
    """A file of the dossier that lies in storage."""

    path: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Prepared:
    """Small files with their bytes, large ones by their digest."""

    written: dict[str, bytes]
    held: tuple[Held, ...]
    made_at: datetime


async def prepare(dossier: Dossier, *, by: Person, at: datetime) -> Prepared:
    """Also notes in the journal that `by` took it, once all of it is at hand: the excerpt tells of it too.

    Refuses as `pdf` where a letter cannot be rendered.
    """
    kind, record_id = dossier.records[0]
    held, told, missing = await _files(dossier)
    async with transaction():
        record(
            "dossier.taken",
            chain=by.chain,
            record=(kind, record_id),
            by=by.id,
            payload={"title": dossier.title},
        )
    written = {
        AID: reading_aid(dossier.title, at).encode(),
        MANIFEST: _json(
            {
                "title": dossier.title,
                "record": {"kind": kind, "id": str(record_id)},
                "made_at": text_of(at),
                "files": told,
                "missing": missing,
            }
        ),
        JOURNAL: _json({"chains": await excerpt(dossier.records, dossier.tells, at)}),
    }
    hashes = _hash_list(written, held)
    return Prepared({**written, HASHES: hashes, SIGNATURE: _signature(hashes, at)}, tuple(held), at)


async def _files(dossier: Dossier) -> tuple[list[Held], list[dict[str, Any]], list[str]]:
    """What lies in storage, how the manifest tells of it, and the names of what is not there."""
    held: list[Held] = []
    told: list[dict[str, Any]] = []
    missing: list[str] = []
    for folder, name, sha256, media_type, about in [*await _papers(dossier), *_others(dossier)]:
        path = f"{folder}/{file_name(len(told) + len(missing) + 1, name, media_type)}"
        try:
            held.append(Held(path, sha256, await storage().blobs.size(sha256)))
        except BlobMissing:
            missing.append(path)
            continue
        told.append({"path": path, "sha256": sha256, "bytes": held[-1].size, **about})
    return held, told, missing


Listed = tuple[str, str, str, str, dict[str, Any]]


async def _papers(dossier: Dossier) -> list[Listed]:
    listed: list[Listed] = []
    for letter in dossier.letters:
        digest = letter.sha256 or hashlib.sha256(await pdf(letter.id)).hexdigest()
        name = f"{letter.words} {letter.number}{'（作废）' if letter.void else ''}"
        listed.append((LETTERS, name, digest, PDF, {"letter": str(letter.id)}))
        if letter.scan_sha256:
            listed.append(
                (
                    LETTERS,
                    f"{name} {letter.form.mark}扫描件",
                    letter.scan_sha256,
                    letter.scan_type,
                    {"scan_of": str(letter.id)},
                )
            )
    return listed


def _others(dossier: Dossier) -> list[Listed]:
    return [_listed(file) for file in dossier.files]


def _listed(file: File) -> Listed:
    return file.folder, file.name, file.sha256, file.media_type, {}


def _json(value: Any) -> bytes:
    return msgspec.json.format(msgspec.json.encode(value), indent=1)


def _hash_list(written: dict[str, bytes], held: list[Held]) -> bytes:
    """In the form that `sha256sum -c hashes.txt` reads."""
    small = [(hashlib.sha256(content).hexdigest(), path) for path, content in written.items()]
    return "".join(
        f"{digest}  {path}\n" for digest, path in small + [(file.sha256, file.path) for file in held]
    ).encode()


def _signature(hashes: bytes, at: datetime) -> bytes:
    said = {
        "algorithm": "Ed25519",
        "public_key": public_key(),
        "made_at": text_of(at),
        "hashes": hashlib.sha256(hashes).hexdigest(),
    }
    return _json(said | {"signature": sign(canonical(said).encode())})
