"""已用印, and keeping the scan of the sealed copy."""

from collections.abc import AsyncIterable
from uuid import UUID

import msgspec

from backend.foundation.evidence.examination import MATERIAL_CEILING, MEGABYTE, examine, plain_type
from backend.foundation.letters.official import Scan, attach_scan, seal
from backend.foundation.outbox import Received, Sender, receive_act
from backend.foundation.refusals import Refusal
from backend.foundation.storage.place import storage
from backend.foundation.storage.receiving import TooLarge, received
from backend.office.letters.queries.letters import own

SCANS = {"application/pdf": "PDF", "image/jpeg": "JPEG"}


class Sealed(msgspec.Struct):
    """A sealing says nothing but that it was done."""


class Scanned(msgspec.Struct):
    sha256: str


async def put_seal(sender: Sender, letter_id: UUID) -> Received:
    """By an officer of the issuing body; twice is harmless. Refuses `letter_void`."""
    letter = await own(sender.person, letter_id)
    return await receive_act(
        sender.person,
        (letter.record_kind, letter.record_id),
        lambda: seal(letter_id, sender.at, sender.person.id),
        content=Sealed(),
        noun=f"letter {letter_id} sealing",
        key=sender.key,
    )


async def keep_scan(
    sender: Sender, letter_id: UUID, chunks: AsyncIterable[bytes], declared: str, length: int | None
) -> Received:
    """The scan as it is sent, hashed here, examined and kept for ever. Refuses `scan_refused`, `too_large`, `letter_void`
    and as examine(); then nothing of it is kept."""
    letter, media_type = await own(sender.person, letter_id), plain_type(declared)
    if media_type not in SCANS:
        raise Refusal("scan_refused")
    if length is not None and length > MATERIAL_CEILING:
        raise _too_large()
    try:
        async with received(chunks, storage().arrivals, MATERIAL_CEILING) as arrival:
            file = await storage().blobs.adopt(arrival, lambda come: examine(come.path, SCANS, media_type))
            scan = Scan(file.sha256, file.size, media_type)
    except TooLarge:
        raise _too_large() from None
    return await receive_act(
        sender.person,
        (letter.record_kind, letter.record_id),
        lambda: attach_scan(letter_id, scan, at=sender.at, by=sender.person.id),
        content=Scanned(scan.sha256),
        noun=f"letter {letter_id} scan",
        key=sender.key,
    )


def _too_large() -> Refusal:
    return Refusal("too_large", f"扫描件最大{MATERIAL_CEILING // MEGABYTE} MB")
