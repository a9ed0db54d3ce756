"""Finding issued papers; who may see one is decided by whoever asks (the record it belongs to)."""

from uuid import UUID

from backend.foundation.database import look_up, rows
from backend.foundation.letters.official.letter import COLUMNS, Letter
from backend.foundation.refusals import Refusal

_SELECT = f"SELECT {', '.join(COLUMNS)} FROM letters"


async def find(letter_id: UUID) -> Letter:
    """Refuses `not_found`."""
    found = await look_up(f"{_SELECT} WHERE id = ?", letter_id)
    if found is None:
        raise Refusal("not_found")
    return Letter.of(found)


async def by_code(code: str) -> Letter | None:
    """The paper with this code, as it is printed or typed."""
    found = await look_up(f"{_SELECT} WHERE code = ?", code)
    return Letter.of(found) if found else None


async def letters_of(record: tuple[str, UUID]) -> list[Letter]:
    """All papers of one record, oldest first, void ones too."""
    kind, record_id = record
    found = await rows(
        f"{_SELECT} WHERE record_id = ? AND record_kind = ? ORDER BY issued_at, number, kind", record_id, kind
    )
    return [Letter.of(entry) for entry in found]


async def unrendered() -> list[UUID]:
    """Papers whose PDF is not made yet, oldest first."""
    found = await rows("SELECT id FROM letters WHERE rendered_at IS NULL ORDER BY issued_at, id")
    return [entry["id"] for entry in found]
