"""Rendered after the commit, once; the digest stands in the journal; asked for before, it is rendered then."""

import hashlib
from pathlib import Path

import msgspec
import pytest

from backend.demo.organisation import unit_id
from backend.foundation.database import rows, run_held_back
from backend.foundation.journal import timeline
from backend.foundation.letters.official import docx, find, pdf, preview, rendering
from backend.foundation.press import close_press
from backend.foundation.refusals import Refusal
from tests.foundation.letters.official.papers import AT, LETTER, RECORD, issued
from tests.foundation.letters.reading import opened
from tests.rig.cast import Cast
from tests.rig.database import RolledBack

pytestmark = pytest.mark.usefixtures("press")


async def test_it_is_rendered_once_the_number_holds(own_cast: Cast) -> None:
    letter = await issued()
    await rendering.settled()
    rendered = await find(letter.id)
    assert rendered.sha256 == hashlib.sha256(await pdf(letter.id)).hexdigest()
    assert rendered.size == len(await pdf(letter.id))


async def test_its_digest_is_sealed_by_an_event_of_its_own(own_cast: Cast) -> None:
    letter = await issued()
    await pdf(letter.id)
    issuing, rendered = await timeline(*RECORD)
    assert (issuing.kind, rendered.kind) == ("letter.issued", "letter.rendered")
    assert (rendered.payload or {})["sha256"] == (await find(letter.id)).sha256


async def test_it_is_rendered_when_asked_for_if_it_is_not_there_yet(cast: Cast) -> None:
    letter = await issued()  # the after-commit step has not run
    assert (await find(letter.id)).rendered_at is None
    paper = await pdf(letter.id)
    assert (await find(letter.id)).sha256 == hashlib.sha256(paper).hexdigest()


async def test_what_was_left_when_the_server_stopped_is_rendered_at_its_start(cast: Cast) -> None:
    letter = await issued()
    await rendering.resume()
    await rendering.settled()
    assert (await find(letter.id)).rendered_at is not None


async def test_rendering_twice_leaves_one_event(cast: Cast) -> None:
    letter = await issued()
    first = await pdf(letter.id)
    await rendering._render(letter.id)
    assert await pdf(letter.id) == first
    assert len([each for each in await timeline(*RECORD) if each.kind == "letter.rendered"]) == 1


async def test_a_lost_race_writes_nothing(cast: Cast) -> None:
    letter = await issued()
    await rendering._seal_digest(letter, "ab" * 32, 10)
    await rendering._seal_digest(letter, "cd" * 32, 20)
    assert (await find(letter.id)).sha256 == "ab" * 32


async def test_without_a_press_it_says_later(cast: Cast) -> None:
    letter = await issued()
    await close_press()
    with pytest.raises(Refusal) as refused:
        await pdf(letter.id)
    assert refused.value.code == "letter_not_ready"


async def test_a_paper_that_cannot_be_set_says_so(cast: Cast) -> None:
    letter = await issued()
    torn = msgspec.structs.replace(letter.says(), layout="form", paragraphs=())  # a form begins with one
    await rows("UPDATE letters SET paper = ? WHERE id = ?", msgspec.json.encode(torn).decode(), letter.id)
    with pytest.raises(Refusal) as refused:
        await pdf(letter.id)
    assert refused.value.code == "letter_failed"


async def test_the_docx_carries_the_same_number(cast: Cast) -> None:
    letter = await issued()
    assert (await docx(letter.id))[:2] == b"PK"
    assert await docx(letter.id) == await docx(letter.id)


async def test_a_preview_is_marked_and_takes_no_number(cast: Cast, tmp_path: Path) -> None:
    draft = await preview(LETTER, body=unit_id("sfz"), addressee=unit_id("cgj"), at=AT)
    words = opened(draft, tmp_path).words()
    assert "（未编号）" in words
    assert "草" in words
    assert "核验码" not in words
    assert (await issued()).number == "示政执移〔2026〕1号"


async def test_the_after_commit_step_begins_the_rendering(database: RolledBack, cast: Cast) -> None:
    letter = await issued()
    await run_held_back()
    await rendering.settled()
    assert (await find(letter.id)).rendered_at is not None
