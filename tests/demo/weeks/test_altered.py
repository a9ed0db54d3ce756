"""Whatever is altered behind the product's back, the walk names it first."""

from collections.abc import AsyncIterator

import pytest

from backend.foundation.database import rows
from backend.foundation.database.piccolo_conf import DB
from backend.foundation.evidence.verification import verify_photos
from backend.foundation.journal.verification import verify_journal

PHOTO = "(SELECT id FROM photos WHERE content_at IS NOT NULL ORDER BY id LIMIT 1)"
FILED = "(SELECT id FROM events WHERE kind = 'patrol.filed' ORDER BY chain, seq LIMIT 1)"

COVERED = (
    "INSERT INTO redactions (id, photo, boxes, drawn_by, drawn_at) "
    f"SELECT id, id, '[]', id, taken_at FROM photos WHERE id = {PHOTO}"
)


@pytest.fixture(autouse=True)
async def put_back(weeks: None) -> AsyncIterator[None]:
    """Each alteration is undone after its test."""
    async with DB.transaction() as alteration:
        yield
        await alteration.rollback()  # type: ignore[no-untyped-call]


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        (f"UPDATE payloads SET body = '{{}}' WHERE id = {FILED}", "(patrol.filed): what the event said was altered"),
        (f"DELETE FROM payloads WHERE id = {FILED}", "(patrol.filed): what the event said is missing"),
        (f"UPDATE events SET actor = NULL WHERE id = {FILED}", "(patrol.filed): the link does not follow"),
        (f"UPDATE events SET received_at = made_at WHERE id = {FILED}", "(patrol.filed): the link does not follow"),
        ("UPDATE chains SET seq = seq - 1", "but its row says"),
        ("UPDATE chains SET head = 'f'", "ends at"),
        ("UPDATE receipts SET digest = '0' WHERE id = (SELECT id FROM receipts ORDER BY id LIMIT 1)", "its signature"),
        ("UPDATE receipts SET seq = 2 WHERE seq = 1", "its head is not that of seq 2"),
    ],
)  # fmt: skip
async def test_an_altered_journal(sql: str, said: str) -> None:
    await rows(sql)
    fault = (await verify_journal()).fault
    assert fault is not None
    assert said in f"{fault.where}: {fault.how}"


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        (f"DELETE FROM photos WHERE id = {PHOTO}", "its row is missing"),
        (f"UPDATE photos SET sha256 = 'f' WHERE id = {PHOTO}", "its row names another SHA-256"),
        (f"UPDATE photos SET content_at = NULL WHERE id = {PHOTO}", "whether its bytes were taken in"),
        (COVERED, "they are not those of the journal"),
    ],
)
async def test_an_altered_photo(sql: str, said: str) -> None:
    await rows(sql)
    fault = (await verify_photos()).fault
    assert fault is not None
    assert said in fault.how


async def test_what_retention_erased_is_counted_and_no_fault() -> None:
    await rows(
        f"UPDATE payloads SET body = NULL, erased_at = (SELECT received_at FROM events WHERE id = {FILED}) "
        f"WHERE id = {FILED}"
    )
    journal = await verify_journal()
    assert (journal.fault, journal.erased) == (None, 1)
