"""A township words its papers: in force for what is issued from now on, one part at a time."""

import re

import httpx
import pytest

from backend.demo.organisation import township_id, unit_id
from backend.foundation.journal import timeline
from tests.foundation.letters.official.papers import issued
from tests.rig.cast import Cast

pytestmark = pytest.mark.usefixtures("press")
PATH = "/letters/texts?kind=handoff_letter"
SEEN = re.compile(r'name="seen" value="([^"]*)"')
CONTACT = "经办人：{联系人}（{联系电话}）"


async def form(client: httpx.AsyncClient, **typed: str) -> dict[str, str]:
    seen = SEEN.search((await client.get(PATH)).text)
    assert seen is not None
    return {"kind": "handoff_letter", "township": str(township_id("sfz")), "seen": seen[1], **typed}


async def test_what_is_written_stands_on_the_next_paper_and_on_no_earlier_one(cast: Cast) -> None:
    before, admin = await issued(), await cast.browser("guanli")
    answer = await admin.post("/letters/texts", data=await form(admin, contact=CONTACT))
    assert answer.status_code == 303
    assert (await issued()).says().notes == ("经办人：沈禾（0000-0000005）",)
    assert before.says().notes == ("联系人：沈禾，电话：0000-0000005",)
    assert (await issued(body=unit_id("lz"))).says().notes == before.says().notes


async def test_each_change_is_in_the_journal_and_what_stays_is_not(cast: Cast) -> None:
    admin = await cast.browser("guanli")
    for _ in range(2):
        await admin.post("/letters/texts", data=await form(admin, contact=CONTACT))
    told = [each.payload for each in await timeline("township", township_id("sfz"))]
    assert told == [{"kind": "handoff_letter", "part": "contact", "words": CONTACT}]


async def test_cleared_it_is_the_products_own_again(cast: Cast) -> None:
    admin = await cast.browser("guanli")
    await admin.post("/letters/texts", data=await form(admin, contact=CONTACT))
    await admin.post("/letters/texts", data=await form(admin, contact=""))
    assert (await issued()).says().notes == ("联系人：沈禾，电话：0000-0000005",)


async def test_a_bad_text_is_refused_and_what_was_typed_stays(cast: Cast) -> None:
    admin = await cast.browser("guanli")
    answer = await admin.post(
        "/letters/texts", data=await form(admin, opening="发现{案由}", contact="{县长}")
    )
    assert answer.status_code == 422
    assert "没有“县长”可填" in answer.text
    assert "发现{案由}</textarea>" in answer.text
    assert (await issued()).says().notes == ("联系人：沈禾，电话：0000-0000005",)


async def test_who_comes_second_is_told(cast: Cast) -> None:
    admin = await cast.browser("guanli")
    mine = await form(admin, contact=CONTACT)
    await admin.post("/letters/texts", data=await form(admin, contact="联系：{联系人}"))
    answer = await admin.post("/letters/texts", data=mine)
    assert answer.status_code == 409
    assert "别人刚改过" in answer.text
    assert (await admin.post("/letters/texts", data=await form(admin, contact=CONTACT))).status_code == 303


async def test_the_preview_shows_what_is_typed_and_saves_nothing(cast: Cast) -> None:
    admin = await cast.browser("guanli")
    answer = await admin.post("/letters/texts/preview", data=await form(admin, contact=CONTACT))
    assert answer.status_code == 200
    assert answer.text.count("data:image/svg+xml;base64,") == 2
    assert (await issued()).says().notes == ("联系人：沈禾，电话：0000-0000005",)
    bad = await admin.post("/letters/texts/preview", data=await form(admin, contact="{县长}"))
    assert bad.status_code == 422


@pytest.mark.parametrize(
    "kind",
    [
        "handoff_letter",
        "material_list",
        "receipt_slip",
        "acceptance_notice",
        "return_notice",
        "extension_notice",
        "hand_over_record",
        "hazard_report",
        "incident_report",
    ],
)
async def test_every_kind_has_its_page_and_its_sample(kind: str, cast: Cast) -> None:
    admin = await cast.browser("guanli")
    assert (await admin.get("/letters/texts", params={"kind": kind})).status_code == 200
    sent = {"kind": kind, "township": str(township_id("sfz"))}
    assert (await admin.post("/letters/texts/preview", data=sent)).status_code == 200


async def test_there_is_no_other_kind(cast: Cast) -> None:
    assert (await (await cast.browser("guanli")).get("/letters/texts?kind=decree")).status_code == 404


async def test_only_the_administrator_words_them(cast: Cast) -> None:
    assert (await (await cast.browser("dangban")).get(PATH)).status_code == 403
