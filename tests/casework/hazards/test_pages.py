"""The pages: what each side sees and what it is offered."""

from html import unescape
from uuid import uuid4

import pytest

from tests.casework.hazards.desks import ON_BEHALF, Desks
from tests.field.street import Street


async def page(desks: Desks, who: str, path: str) -> str:
    answer = await desks.street.page(who, path)
    assert answer.status_code == 200, answer.text
    return unescape(answer.text)


async def rows_again(street: Street, who: str, path: str) -> tuple[int, str]:
    """What htmx is answered, asking as the list does every twenty seconds."""
    await street.page(who, "/me")
    answer = await street.clients[f"{who} in a browser"].get(path, headers={"HX-Request": "true"})
    return answer.status_code, answer.text


async def test_the_form_offers_bodies_and_says_who_has_no_account(desks: Desks) -> None:
    form = await page(desks, "duiyuan", "/hazards/new")
    for name in ("县应急管理局", "县水利局", "市场监管所", "派出所"):
        assert name in form
    assert "没有账号、要打电话的：县水利局" in form
    assert 'value="xf"' not in form
    assert 'value="sfz-zfd"' not in form


async def test_the_form_quotes_the_clause_it_stands_on(desks: Desks) -> None:
    assert "应立即通知相关部门" in await page(desks, "duiyuan", "/hazards/new")


async def test_from_a_finding_it_brings_what_is_known(desks: Desks) -> None:
    patrol = await desks.street.patrol()
    finding = await desks.street.finding(patrol, facts="气瓶与明火同室", address="振兴街12号")
    form = await page(desks, "duiyuan", f"/hazards/new?kind=finding&origin={finding}")
    assert "气瓶与明火同室" in form
    assert "振兴街12号" in form
    assert f'name="origin.id" value="{finding}"' in form
    assert 'name="position.lat" value="24.1633"' in form


async def test_from_a_finding_without_a_position_the_phone_looks_for_one(desks: Desks) -> None:
    patrol = await desks.street.patrol()
    placed = await desks.street.finding(patrol)
    nowhere = await desks.street.finding(patrol, position={"source": "none"})
    known, unknown = [
        await page(desks, "duiyuan", f"/hazards/new?kind=finding&origin={finding}")
        for finding in (placed, nowhere)
    ]
    assert "data-locate=" not in known
    assert 'data-locate="now"' in unknown
    assert "正在定位" in unknown


async def test_nobody_begins_from_what_they_may_not_see(desks: Desks) -> None:
    patrol = await desks.street.patrol("linzhen", kind="routine", crew=["linzhen"])
    finding = await desks.street.finding(patrol, "linzhen")
    assert (
        await desks.street.page("duiyuan", f"/hazards/new?kind=finding&origin={finding}")
    ).status_code == 404
    assert (await desks.street.page("duiyuan", f"/hazards/new?kind=moon&origin={uuid4()}")).status_code == 404


async def test_a_list_shows_what_waits_with_the_time_left_marked_local(desks: Desks) -> None:
    await desks.told()
    desks.street.clock.later(minutes=18)
    listed = await page(desks, "yingji", "/hazards")
    assert "还剩12分钟" in listed
    assert "ld-clock_soon" in listed
    assert "本地约定" in listed
    desks.street.clock.later(minutes=13)
    assert "已超1分钟" in await page(desks, "duiyuan", "/hazards")


async def test_a_list_that_has_not_changed_is_not_sent_again(desks: Desks) -> None:
    await desks.told()
    listed = (await rows_again(desks.street, "yingji", "/hazards"))[1]
    seen = unescape(listed).split("seen=")[1].split('"')[0]
    assert (await rows_again(desks.street, "yingji", f"/hazards?q=&seen={seen}"))[0] == 204
    await desks.told()
    assert (await rows_again(desks.street, "yingji", f"/hazards?q=&seen={seen}"))[0] == 200


async def test_the_told_body_is_offered_its_answer(desks: Desks) -> None:
    shown = await page(desks, "yingji", f"/hazards/{await desks.told()}")
    for word in ("派员", "签收", "不处理"):
        assert word in shown
    for word in ("代录对方答复", "办结", "撤回通报"):
        assert word not in shown


async def test_the_sender_is_offered_the_telephone_and_recording_on_behalf(desks: Desks) -> None:
    shown = await page(desks, "duiyuan", f"/hazards/{await desks.told(to_unit='slj')}")
    assert "县水利局没有账号" in shown
    for word in ("记电话", "代录对方答复", "办结"):
        assert word in shown


async def test_a_reader_is_offered_nothing_to_do(desks: Desks) -> None:
    shown = await page(desks, "dangban", f"/hazards/{await desks.told()}")
    assert 'data-behaviour="api-form' not in shown


async def test_what_was_recorded_on_behalf_says_so_on_the_page(desks: Desks) -> None:
    hazard = await desks.told(to_unit="slj")
    await desks.do("duiyuan", hazard, "departure", {"people": "水政大队", "on_behalf": ON_BEHALF})
    shown = await page(desks, "duizhang", f"/hazards/{hazard}")
    for words in ("代录", "王师傅（值班室）", "马上派人过去", "由沈禾记录", "还没有凭证"):
        assert words in shown


@pytest.mark.parametrize(
    ("profile", "words"),
    [
        ("zhaoba", "应当报告上级政府。报告已拟好，等主要领导签发。"),
        ("eshan", "可以报告上级政府。"),
    ],
)
async def test_a_refusal_without_reason_shows_what_follows_from_the_text(
    desks: Desks, profile: str, words: str
) -> None:
    await desks.under(profile)
    hazard = await desks.refused()
    assert words in await page(desks, "zhenzhang", f"/hazards/{hazard}")
    assert "签发报告" in await page(desks, "zhenzhang", f"/hazards/{hazard}")
    assert "签发报告" not in await page(desks, "duiyuan", f"/hazards/{hazard}")
    assert "报告上级政府" not in (await page(desks, "yingji", f"/hazards/{hazard}")).split("依据")[0]


async def test_the_timeline_tells_every_step_in_words(desks: Desks) -> None:
    hazard = await desks.sent()
    await desks.do("yingji", hazard, "arrival", {"note": "现场有十二瓶"})
    await desks.do("duiyuan", hazard, "calls", {"name": "王师傅", "words": "知道了"})
    await desks.do("duiyuan", hazard, "closure", {"text": "现场核实已消除"})
    shown = await page(desks, "duiyuan", f"/hazards/{hazard}/timeline")
    for words in (
        "通报县应急管理局：燃气隐患，危及周边居民、顾客人群",
        "派员：监察一组，3人",
        "到场。现场有十二瓶",
        "电话通知王师傅：“知道了”",
        "办结：现场核实已消除",
    ):
        assert words in shown


async def test_the_recording_page_has_a_form_for_each_answer(desks: Desks) -> None:
    hazard = await desks.told(to_unit="slj")
    for act, field in (
        ("departure", "people"),
        ("refusal", "reason"),
        ("result", "text"),
        ("receipt", "on_behalf.name"),
    ):
        form = await page(desks, "duiyuan", f"/hazards/{hazard}/behalf?act={act}")
        assert f'name="{field}"' in form
        assert f"/{act}" in form


async def test_nothing_is_left_to_record_once_it_ended(desks: Desks) -> None:
    hazard = await desks.told(to_unit="slj")
    await desks.do("duiyuan", hazard, "closure", {"text": "已消除"})
    assert (await desks.street.page("duiyuan", f"/hazards/{hazard}/behalf")).status_code == 409


def tab(shown: str) -> str:
    """The tab 隐患 of a page."""
    return shown.split('href="/hazards"', 1)[1].split("</a>", 1)[0]


async def test_the_tab_counts_for_who_must_answer_until_they_do(desks: Desks) -> None:
    hazard = await desks.told()
    assert ">1<" in tab(await page(desks, "yingji", "/me"))
    for other in ("duiyuan", "chengguan", "zhihui"):
        assert "ld-tab__n" not in tab(await page(desks, other, "/me"))
    await desks.do("yingji", hazard, "departure", {"people": "监察一组", "head_count": 3})
    assert "ld-tab__n" not in tab(await page(desks, "yingji", "/me"))


@pytest.mark.parametrize(("minutes", "late"), [(30, False), (31, True)])
async def test_it_is_red_once_the_township_has_waited_too_long(
    desks: Desks, minutes: int, late: bool
) -> None:
    await desks.told()
    desks.street.clock.later(minutes=minutes)
    assert ("ld-tab__n_over" in tab(await page(desks, "yingji", "/me"))) is late
