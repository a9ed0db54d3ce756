"""`liandong verify` on letters: row, journal and bytes say the same, and no number was ever taken back."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import msgspec

from backend.foundation.database import rows
from backend.foundation.journal.verification import Fault
from backend.foundation.letters.official.letter import COLUMNS, Letter
from backend.foundation.storage.blobs import BlobMissing
from backend.foundation.storage.digests import sha256_of
from backend.foundation.storage.place import storage

PAGE = 500
_LETTERS = f"SELECT {', '.join(COLUMNS)} FROM letters WHERE id > ? ORDER BY id LIMIT ?"
_TOLD = (
    "SELECT e.kind, d.body FROM events e JOIN payloads d ON d.id = e.id "
    "WHERE e.kind IN ('letter.issued', 'letter.rendered', 'letter.scanned', 'letter.voided') ORDER BY e.chain, e.seq"
)


@dataclass
class Walk:
    """How many letters were walked, and the first fault if there is one."""

    letters: int = 0
    fault: Fault | None = None


# What the journal says of each letter: the last words of every kind of event.
Told = dict[str, dict[str, dict[str, Any]]]


async def verify_letters() -> Walk:
    """Stops at the first fault. While others write, call it in a `snapshot`."""
    walk, told, seen = Walk(), await _told(), set[str]()
    async for letter in _letters():
        walk.fault = _row_fault(letter, told.get(str(letter.id), {})) or await _bytes_fault(letter)
        if walk.fault:
            return walk
        seen.add(str(letter.id))
        walk.letters += 1
    lost = next((letter for letter in told if letter not in seen), None)
    walk.fault = Fault("letter", f"letter {lost}", "its row is missing") if lost else None
    return walk


async def _letters() -> AsyncIterator[Letter]:
    after = UUID(int=0)
    while page := await rows(_LETTERS, after, PAGE):
        for found in page:
            yield Letter.of(found)
        after = page[-1]["id"]


async def _told() -> Told:
    told: Told = {}
    for event in await rows(_TOLD):
        if event["body"]:
            words = msgspec.json.decode(event["body"])
            told.setdefault(words["letter"], {})[event["kind"]] = words
    return told


def _row_fault(letter: Letter, told: dict[str, dict[str, Any]]) -> Fault | None:
    where = f"letter {letter.number} ({letter.id})"
    issued, rendered, scanned = (
        told.get(kind) for kind in ("letter.issued", "letter.rendered", "letter.scanned")
    )
    if issued is not None and issued["number"] != letter.number:
        return Fault("letter", where, "its row has another number than the journal")
    if rendered is not None and rendered["sha256"] != letter.sha256:
        return Fault("letter", where, "its row names another SHA-256 than the journal")
    if scanned is not None and scanned["sha256"] != letter.scan_sha256:
        return Fault("letter", where, "its row names another scan than the journal")
    if "letter.voided" in told and not letter.void:
        return Fault("letter", where, "the journal says it is void, its row does not")
    return None


async def _bytes_fault(letter: Letter) -> Fault | None:
    where = f"letter {letter.number} ({letter.id})"
    for what, sha256 in (("PDF", letter.sha256), ("scan", letter.scan_sha256)):
        if not sha256:
            continue
        try:
            async with storage().blobs.as_file(sha256) as path:
                if await asyncio.to_thread(sha256_of, path) != sha256:
                    return Fault("letter", where, f"the bytes of its {what} were altered")
        except BlobMissing:
            return Fault("letter", where, f"the bytes of its {what} are missing")
    return None
