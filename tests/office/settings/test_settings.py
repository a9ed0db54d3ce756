"""/settings: what a township sets, within its bounds, each change in the journal."""

import asyncio
import re
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.demo.organisation import township_id
from backend.foundation.database import rows
from backend.foundation.journal import timeline
from backend.foundation.preferences import DEFINITIONS, Definition, preference, preferences
from backend.foundation.refusals import Refusal
from backend.office.settings.rules import check_settings
from tests.rig.cast import Cast

SFZ, LZ = township_id("sfz"), township_id("lz")
SEEN = re.compile(r'name="seen" value="([^"]*)"')


async def form(client: httpx.AsyncClient, **change: Any) -> dict[str, str]:
    """What the page shows, as it would be sent back."""
    text = (await client.get("/settings")).text
    seen = SEEN.search(text)
    assert seen is not None
    values = {name: str(value) for name, value in (await preferences(SFZ)).items()}
    typed = {name.replace("__", "."): value for name, value in change.items()}
    return values | {"township": str(SFZ), "seen": seen[1]} | typed


async def test_every_setting_is_shown_with_its_default_and_its_bounds(cast: Cast) -> None:
    text = (await (await cast.browser("guanli")).get("/settings")).text
    for known in DEFINITIONS.values():
        assert known.words.replace("“", "&#34;") in text or known.words in text
        assert f"默认{known.default}，可填{known.least}到{known.most}" in text


async def test_a_change_is_in_force_at_once_and_in_the_journal(cast: Cast) -> None:
    here = await cast.browser("guanli")
    answer = await here.post(
        "/settings", data=await form(here, session__days="7", photo__long_edge_px="4096")
    )
    assert answer.headers["location"] == f"/settings?township={SFZ}"
    assert await preference(SFZ, "session.days") == 7
    assert await preference(LZ, "session.days") == 14
    told = [moment.payload for moment in await timeline("township", SFZ)]
    assert told == [
        {"name": "photo.long_edge_px", "from": 2048, "to": 4096},
        {"name": "session.days", "from": 14, "to": 7},
    ]
    assert "“登录保持多久”从14改为7天" in (await here.get("/settings")).text


async def test_what_stays_the_same_is_no_event(cast: Cast) -> None:
    here = await cast.browser("guanli")
    await here.post("/settings", data=await form(here))
    assert await rows("SELECT id FROM preferences") == []
    assert await timeline("township", SFZ) == []


@pytest.mark.parametrize("value", ["0", "61", "-1", "", "vierzehn", "7.5", "1e1", "٧", "9" * 50])
async def test_a_value_out_of_its_range_keeps_everything_that_was_typed(cast: Cast, value: str) -> None:
    here = await cast.browser("guanli")
    answer = await here.post(
        "/settings", data=await form(here, session__days=value, photo__long_edge_px="4096")
    )
    assert answer.status_code == 400
    assert "填1到60之间的整数" in answer.text
    assert 'value="4096"' in answer.text
    assert f'value="{value}"' in answer.text
    assert await rows("SELECT id FROM preferences") == []


async def test_whoever_was_slower_is_told_and_writes_nothing(cast: Cast) -> None:
    here = await cast.browser("guanli")
    slow = await form(here, session__days="3")
    await here.post("/settings", data=await form(here, session__days="7"))
    answer = await here.post("/settings", data=slow)
    assert (answer.status_code, await preference(SFZ, "session.days")) == (409, 7)
    assert "别人刚改过" in answer.text
    again = SEEN.search(answer.text)
    assert again is not None
    assert (await here.post("/settings", data=slow | {"seen": again[1]})).status_code == 303
    assert await preference(SFZ, "session.days") == 3


async def test_of_two_at_once_one_is_written(own_cast: Cast) -> None:
    here = await own_cast.browser("guanli")
    for first, second in (("7", "8"), ("9", "10")):
        forms = [await form(here, session__days=days) for days in (first, second)]
        answers = await asyncio.gather(*(here.post("/settings", data=sent) for sent in forms))
        assert sorted(answer.status_code for answer in answers) == [303, 409]


@pytest.mark.parametrize("township", [str(LZ), "lz", "00000000-0000-0000-0000-000000000000"])
async def test_the_neighbours_settings_are_not_found(cast: Cast, township: str) -> None:
    here = await cast.browser("guanli")
    assert (await here.get("/settings", params={"township": township})).status_code == 404
    sent = await form(here) | {"township": township}
    assert (await here.post("/settings", data=sent)).status_code == 404


async def test_a_countys_administrator_chooses_whose(cast: Cast) -> None:
    await rows("UPDATE officers SET roles = ? WHERE username = 'xianban'", '["administrator"]')
    here = await cast.browser("xianban")
    text = (await here.get(f"/settings?township={LZ}")).text
    assert f'href="/settings?township={SFZ}"' in text
    assert f'href="/settings?township={LZ}" aria-current="true"' in text


@given(st.sampled_from(list(DEFINITIONS.values())), st.integers() | st.none())
def test_exactly_what_lies_within_the_bounds_is_taken(known: Definition, value: int | None) -> None:
    within = value is not None and known.least <= value <= known.most
    try:
        taken = check_settings({known.name: value}) == {known.name: value}
    except Refusal as refused:
        taken = not refused.fields
    assert taken == within


def test_every_default_lies_within_its_own_bounds() -> None:
    assert all(known.least <= known.default <= known.most for known in DEFINITIONS.values())
