"""已用印, and the scan of the sealed copy, which then is the document that counts."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from backend.foundation.database import execute
from backend.foundation.journal import Entry, record
from backend.foundation.letters.official.letter import Letter
from backend.foundation.letters.official.queries import find
from backend.foundation.refusals import Refusal


@dataclass(frozen=True, slots=True)
class Scan:
    """A scan that lies in storage already: examined, whole, PDF or JPEG."""

    sha256: str
    size: int
    media_type: str


async def seal(letter_id: UUID, at: datetime, by: UUID) -> Entry | None:
    """用印 on paper, inside the caller's transaction; None when it was sealed before. Refuses `letter_void`, and
    `seal_not_used` for what both sides sign instead."""
    letter = await _counting(letter_id)
    if not letter.form.under_seal:
        raise Refusal("seal_not_used")
    sealed = await execute(
        "UPDATE letters SET sealed_at = ?, sealed_by = ? WHERE id = ? AND sealed_at IS NULL RETURNING id",
        at,
        by,
        letter_id,
    )
    return _note(letter, "letter.sealed", by, {}) if sealed else None


async def attach_scan(letter_id: UUID, scan: Scan, *, at: datetime, by: UUID) -> Entry | None:
    """The scan of the sealed (or signed) copy, inside the caller's transaction; None when it is there already.

    A new one takes the place of the one before, which the journal still names. Refuses `letter_void`, `changed_elsewhere`.
    """
    letter = await _counting(letter_id)
    if letter.scan_sha256 == scan.sha256:
        return None
    if letter.form.under_seal:
        await seal(letter_id, at, by)
    written = await execute(
        "UPDATE letters SET scan_sha256 = ?, scan_size = ?, scan_type = ?, scanned_at = ?, scanned_by = ? "
        "WHERE id = ? AND scan_sha256 = ? RETURNING id",
        scan.sha256,
        scan.size,
        scan.media_type,
        at,
        by,
        letter_id,
        letter.scan_sha256,
    )
    if not written:
        raise Refusal("changed_elsewhere")
    told = {"sha256": scan.sha256, "bytes": scan.size, "media_type": scan.media_type}
    return _note(letter, "letter.scanned", by, told)


async def _counting(letter_id: UUID) -> Letter:
    letter = await find(letter_id)
    if letter.void:
        raise Refusal("letter_void", letter.number)
    return letter


def _note(letter: Letter, kind: str, by: UUID, payload: dict[str, object]) -> Entry:
    return record(
        kind,
        chain=letter.chain,
        record=(letter.record_kind, letter.record_id),
        by=by,
        payload=letter.told() | payload,
    )
