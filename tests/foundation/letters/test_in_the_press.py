from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest

from backend.foundation.letters.patrol_words import patrol_words
from backend.foundation.letters.typesetting import typeset
from backend.foundation.press.press import Press
from backend.foundation.press.refusals import JobFailed
from tests.foundation.letters.cast import FINDING, PHOTOS, at, full
from tests.foundation.letters.test_pictures import photo

JOB = "letter.typeset"


@pytest.fixture
async def press() -> AsyncIterator[Press]:
    running = Press({JOB: "backend.foundation.letters.typesetting:typeset"})
    await running.start()
    yield running
    await running.stop()


async def test_a_page_is_set_apart_from_the_request_path(press: Press) -> None:
    words = patrol_words(full(findings=(replace(FINDING, photos=PHOTOS),)))
    order: dict[str, Any] = {
        "template": "patrol",
        "data": words,
        "made_at": at(22, 30),
        "pictures": {"a": photo((640, 480), "JPEG"), "b": photo((480, 640), "WEBP")},
    }
    assert await press.run(JOB, order) == typeset(**order)


async def test_a_page_that_cannot_be_set_fails_with_its_code(press: Press) -> None:
    with pytest.raises(JobFailed) as failure:
        await press.run(JOB, {"template": "patrol", "data": {}, "made_at": at(22, 30)})
    assert failure.value.code == "paper_failed"
