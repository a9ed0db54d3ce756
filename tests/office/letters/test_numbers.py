"""How a body numbers its papers, set by those who keep its register."""

import re

import httpx
import pytest

from backend.demo.organisation import unit_id
from backend.foundation.journal import timeline
from backend.foundation.refusals import Refusal
from tests.foundation.letters.official.papers import RETURN_TEXT, issued
from tests.rig.cast import Cast

SFZ, CGJ = unit_id("sfz"), unit_id("cgj")
SEEN = re.compile(r'name="seen" value="([^"]*)"')


async def form(client: httpx.AsyncClient, body: object = SFZ, **typed: str) -> dict[str, str]:
    seen = SEEN.search((await client.get(f"/letters/numbers/{body}")).text)
    assert seen is not None
    return {"seen": seen[1], "word.": "示政"} | {
        name.replace("__", "."): value for name, value in typed.items()
    }


async def test_the_page_shows_the_number_that_comes_next(cast: Cast) -> None:
    await issued()
    text = (await (await cast.browser("dangban")).get(f"/letters/numbers/{SFZ}")).text
    assert "示政执移〔2026〕2号" in text
    assert "示政执退〔2026〕1号" in text


async def test_a_pattern_holds_for_all_kinds(cast: Cast) -> None:
    office = await cast.browser("dangban")
    await office.post(
        f"/letters/numbers/{SFZ}", data=await form(office, pattern__="{代字}（{年份}）{序号}号")
    )
    assert (await issued()).number == "示政执移（2026）1号"


async def test_one_kind_may_have_its_own_word(cast: Cast) -> None:
    office = await cast.browser("dangban")
    await office.post(f"/letters/numbers/{SFZ}", data=await form(office, word__handoff_letter="示移"))
    assert (await issued()).number == "示移〔2026〕1号"
    assert (await issued(RETURN_TEXT)).number == "示政执退〔2026〕1号"


async def test_by_the_offices_register_a_number_must_be_typed_in(cast: Cast) -> None:
    office = await cast.browser("dangban")
    await office.post(f"/letters/numbers/{SFZ}", data=await form(office, by_register__="1"))
    with pytest.raises(Refusal) as refused:
        await issued()
    assert refused.value.code == "number_needed"
    assert (await issued(number="示政函〔2026〕31号")).number == "示政函〔2026〕31号"


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ({"pattern__": "{代字}{序号}"}, "{年份}要正好出现一次"),
        ({"word__": "示政2"}, "代字用1到12个汉字或字母"),
    ],
)
async def test_what_cannot_be_used_is_refused_and_stays_typed(
    typed: dict[str, str], why: str, cast: Cast
) -> None:
    office = await cast.browser("dangban")
    answer = await office.post(f"/letters/numbers/{SFZ}", data=await form(office, **typed))
    assert answer.status_code == 422
    assert why in answer.text
    assert next(iter(typed.values())) in answer.text
    assert (await issued()).number == "示政执移〔2026〕1号"


async def test_each_change_is_in_the_journal_once(cast: Cast) -> None:
    office = await cast.browser("dangban")
    for _ in range(2):
        await office.post(f"/letters/numbers/{SFZ}", data=await form(office, word__="示范"))
    told = [each for each in await timeline("unit", SFZ) if each.kind == "numbers.changed"]
    assert [(each.payload or {})["word"] for each in told] == ["示范"]
    assert "各类函件：由系统编号，代字“示范”" in (await office.get(f"/letters/numbers/{SFZ}")).text


async def test_who_comes_second_is_told(cast: Cast) -> None:
    office = await cast.browser("dangban")
    mine = await form(office, word__="甲")
    await office.post(f"/letters/numbers/{SFZ}", data=await form(office, word__="乙"))
    assert (await office.post(f"/letters/numbers/{SFZ}", data=mine)).status_code == 409


async def test_each_sets_the_numbers_of_their_own_body(cast: Cast) -> None:
    liaison = await cast.browser("chengguan")
    assert (await liaison.get("/letters/numbers")).headers["location"] == f"/letters/numbers/{CGJ}"
    assert (await liaison.get(f"/letters/numbers/{SFZ}")).status_code == 404
    sent = await form(liaison, CGJ) | {"word.": "示城"}
    assert (await liaison.post(f"/letters/numbers/{CGJ}", data=sent)).status_code == 303
    assert (await issued(body=CGJ, addressee=SFZ)).number == "示城执移〔2026〕1号"


async def test_the_administrator_looks_after_the_townships_bodies(cast: Cast) -> None:
    admin = await cast.browser("guanli")
    assert (await admin.get(f"/letters/numbers/{SFZ}")).status_code == 200
    assert (await admin.get(f"/letters/numbers/{CGJ}")).status_code == 404
    assert (await admin.get(f"/letters/numbers/{unit_id('lz')}")).status_code == 404


async def test_an_officer_does_not(cast: Cast) -> None:
    assert (await (await cast.browser("duiyuan")).get(f"/letters/numbers/{SFZ}")).status_code == 403
