"""`liandong verify` finds what was altered on a letter: its row, its bytes, its number."""

import pytest

from backend.demo.organisation import officer_id
from backend.foundation.database import rows, transaction
from backend.foundation.letters.official import Letter, attach_scan, find, pdf, void
from backend.foundation.letters.official.sealing import Scan
from backend.foundation.letters.official.verification import verify_letters
from backend.foundation.storage.place import storage
from tests.foundation.letters.official.papers import AT, issued
from tests.rig.cast import Cast

pytestmark = pytest.mark.usefixtures("press")
BY = officer_id("dangban")


async def finished() -> Letter:
    """Rendered, its scan the very same bytes, for those lie in storage."""
    letter = await issued()
    await pdf(letter.id)
    rendered = await find(letter.id)
    async with transaction():
        await attach_scan(letter.id, Scan(rendered.sha256, rendered.size, "application/pdf"), at=AT, by=BY)
    return rendered


async def told() -> str:
    fault = (await verify_letters()).fault
    return f"{fault.where}: {fault.how}" if fault else ""


async def test_untouched_letters_are_found_whole(cast: Cast) -> None:
    await finished()
    await issued()  # not rendered yet
    walk = await verify_letters()
    assert (walk.letters, walk.fault) == (2, None)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("number = '示政执移〔2026〕9号'", "its row has another number than the journal"),
        (f"sha256 = '{'0' * 64}'", "its row names another SHA-256 than the journal"),
        (f"scan_sha256 = '{'0' * 64}'", "its row names another scan than the journal"),
    ],
)
async def test_an_altered_row_is_named(change: str, said: str, cast: Cast) -> None:
    letter = await finished()
    await rows(f"UPDATE letters SET {change} WHERE id = ?", letter.id)
    assert (await told()).endswith(said)


async def test_a_void_letter_that_stands_up_again_is_named(cast: Cast) -> None:
    letter = await finished()
    async with transaction():
        await void(letter.id, AT, BY, "写错")
    await rows("UPDATE letters SET voided_at = NULL WHERE id = ?", letter.id)
    assert (await told()).endswith("the journal says it is void, its row does not")


async def test_a_row_that_is_gone_is_named(cast: Cast) -> None:
    letter = await finished()
    await rows("DELETE FROM letters WHERE id = ?", letter.id)
    assert await told() == f"letter {letter.id}: its row is missing"


async def test_altered_and_missing_bytes_are_named(cast: Cast) -> None:
    letter = await finished()
    async with storage().blobs.as_file(letter.sha256) as path:
        whole = path.read_bytes()
        path.chmod(0o644)
        path.write_bytes(whole[:-1] + b"!")
        assert (await told()).endswith("the bytes of its PDF were altered")
        path.unlink()
        assert (await told()).endswith("the bytes of its PDF are missing")
