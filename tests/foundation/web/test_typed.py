"""Where the township locks its phones, no file and no call of the API is read by typing its address: the lock lies over pages."""

import pytest

from tests.field.street import code_of
from tests.rig.cast import Cast

TYPED = {"Sec-Fetch-Site": "none", "Sec-Fetch-Mode": "navigate"}
FILES = ("/api/v1/patrols", "/matters/list.xlsx")


@pytest.mark.parametrize("path", FILES)
async def test_a_typed_file_is_refused_there(cast: Cast, path: str) -> None:
    await cast.prefer("lock.idle_minutes", 5)
    answer = await (await cast.browser("duizhang")).get(path, headers=TYPED)
    assert answer.status_code == 403
    assert "从页面" in answer.text


async def test_the_worker_says_of_what_it_asks_for_that_it_was_typed(cast: Cast) -> None:
    await cast.prefer("lock.idle_minutes", 5)
    asked = {"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "same-origin", "Liandong-Typed": "1"}
    assert (await (await cast.browser("duizhang")).get(FILES[0], headers=asked)).status_code == 403


async def test_the_refusal_has_a_code(cast: Cast) -> None:
    await cast.prefer("lock.idle_minutes", 5)
    browser = await cast.browser("duizhang")
    assert code_of(await browser.get("/api/v1/patrols", headers=TYPED)) == (403, "opened_past_lock")


@pytest.mark.parametrize(
    "said",
    [
        {"Sec-Fetch-Site": "same-origin"},  # a link on a page
        {"Sec-Fetch-Mode": "cors"},  # a script of a page
    ],
)
@pytest.mark.parametrize("path", FILES)
async def test_what_a_page_leads_to_is_opened(cast: Cast, path: str, said: dict[str, str]) -> None:
    await cast.prefer("lock.idle_minutes", 5)
    assert (await (await cast.browser("duizhang")).get(path, headers=TYPED | said)).status_code == 200


async def test_a_typed_page_is_opened_for_it_brings_the_lock_along(cast: Cast) -> None:
    await cast.prefer("lock.idle_minutes", 5)
    browser = await cast.browser("duizhang")
    for path in ("/", "/patrols", "/matters"):
        assert (await browser.get(path, headers=TYPED)).status_code == 200


@pytest.mark.parametrize("path", FILES)
async def test_where_no_phone_is_locked_a_typed_file_is_opened(cast: Cast, path: str) -> None:
    assert (await (await cast.browser("duizhang")).get(path, headers=TYPED)).status_code == 200
