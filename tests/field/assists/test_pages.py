"""The pages of a call: never more than is known, 110 first, links that lead there, numbers for when there is no network."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest

from backend.foundation.distance import along_sphere
from backend.foundation.gcj02 import gcj02
from tests.field.assists.calls import MARKET, Calls

PLACE = (24.17341, 102.4045)  # where MARKET is


async def page(calls: Calls, who: str, path: str) -> str:
    answer = await calls.street.page(who, path)
    assert answer.status_code == 200, answer.text
    return answer.text


async def test_before_somebody_confirms_it_says_that_nobody_has(calls: Calls) -> None:
    await calls.on_duty("minjing")
    assist = await calls.raised()
    shown = await page(calls, "duiyuan", f"/assists/{assist}")
    assert "还没有人接警" in shown
    assert "已发给周青岩，没有人确认" in re.sub(r"\s+", "", shown)
    assert "周青岩 已接警" not in shown


async def test_a_colleagues_response_is_not_taken_for_the_police(calls: Calls) -> None:
    assist = await calls.raised()
    await calls.do("zhihui", assist, "acknowledgement")
    shown = await page(calls, "duiyuan", f"/assists/{assist}")
    assert "同事已响应，还没有人接警" in shown


async def test_the_end_asks_first_wherever_it_is_offered(calls: Calls) -> None:
    assist = await calls.under_way()
    await calls.do("minjing", assist, "arrival")
    for who in ("minjing", "duiyuan"):
        shown = await page(calls, who, f"/assists/{assist}")
        [sent] = re.findall(r'<form[^>]* id="([^"]+)"[^>]*/resolution"', shown)
        assert sent == "resolving-form"
        assert shown.count('data-dialog="resolving"') == 1
        dock = shown[shown.index('id="call-dock"') : shown.index("<main")]
        assert ("处置完毕" in dock) is (who == "minjing")


async def test_who_goes_reads_the_dangers_and_the_place_in_the_panel(calls: Calls) -> None:
    assist = await calls.raised(hazards=["持械", "有犬"])
    shown = await page(calls, "minjing", f"/assists/{assist}")
    head = shown[shown.index('id="call-head"') : shown.index('id="call-place"')]
    assert (
        head.index("围堵阻碍")
        < head.index("持械、有犬")
        < head.index("农贸市场附近")
        < head.index("还没有人接警")
    )
    assert shown.count("持械、有犬") == 1


async def test_chips_stand_before_anything_to_type_and_only_a_drill_is_folded(calls: Calls) -> None:
    shown = await page(calls, "duiyuan", "/assists")
    order = ['name="reason"', 'name="hazards"', 'name="severity"', "<summary", 'name="note"', 'name="status"']
    places = [shown.index(part, shown.index('id="assist-form"')) for part in order]
    assert places == sorted(places)


async def test_nobody_has_come_who_has_only_said_so(calls: Calls) -> None:
    assist = await calls.raised()
    titles = []
    for who, noun in (
        ("zhihui", "acknowledgement"),
        ("minjing", "acknowledgement"),
        ("minjing", "departure"),
    ):
        await calls.do(who, assist, noun)
        shown = await page(calls, "duiyuan", f"/assists/{assist}")
        titles += re.findall(r"<h2>(谁[^<]+)</h2>", shown)
    assert titles == ["谁响应", "谁接警", "谁来了"]


async def test_whoever_called_is_told_in_plain_words_what_happens_next(calls: Calls) -> None:
    assist = await calls.acknowledged()
    assert "还没有人出警，系统会催" in await page(calls, "duiyuan", f"/assists/{assist}")


async def test_where_it_does_not_ring_the_first_page_shows_it_in_red_and_running(calls: Calls) -> None:
    await calls.on_duty("minjing")
    assist = await calls.raised(hazards=["持械"])
    for who in ("lingdao", "minjing"):
        shown = await page(calls, who, "/")
        door = re.search(rf'<a class="ld-alarm[^"]*" href="/assists/{assist}">.*?</a>', shown, re.DOTALL)
        assert (door is not None) is (who == "lingdao")
        assert door is None or all(part in door[0] for part in ("running-clock", "持械", "农贸市场附近"))
    await calls.do("minjing", assist, "acknowledgement")
    assert 'class="ld-alarm ' not in await page(calls, "lingdao", "/")


async def test_who_looks_on_can_call_whoever_called_and_the_police_on_duty(calls: Calls) -> None:
    await calls.on_duty("minjing")
    assist = await calls.raised()
    shown = await page(calls, "lingdao", f"/assists/{assist}")
    dock = shown[shown.index('id="call-dock"') : shown.index("<main")]
    assert re.findall(r'href="tel:[^"]+"[^>]*>(?:<svg.*?</svg>)?([^<]+)', dock) == [
        "打给沈禾",
        "打给值班民警",
    ]


@pytest.mark.parametrize("who", ["minjing", "suozhang", "zhihui", "duiyuan"])
async def test_every_act_is_offered_once(calls: Calls, who: str) -> None:
    assist = await calls.acknowledged()
    shown = await page(calls, who, f"/assists/{assist}")
    offered = re.findall(r'data-dialog="([^"]+)"', shown)
    assert len(offered) == len(set(offered))
    assert "reinforcing" in offered


async def test_photos_stand_above_the_log_which_shows_no_digest_while_it_lasts(calls: Calls) -> None:
    assist = await calls.under_way()
    shown = await page(calls, "duiyuan", f"/assists/{assist}")
    assert (
        shown.index('id="call-photos"')
        < shown.index('id="call-log"')
        < shown.index("周青岩 出警", shown.index('id="call-log"'))
    )
    assert not re.search(r"第\d+号 · [0-9a-f]{16}", shown)
    await calls.do("minjing", assist, "cancellation", {"reason": "看错了"})
    assert re.search(r"第\d+号 · [0-9a-f]{16}", await page(calls, "duiyuan", f"/assists/{assist}"))


async def test_110_is_read_first(calls: Calls) -> None:
    assist = await calls.raised()
    for path in ("/assists", f"/assists/{assist}"):
        shown = await page(calls, "duiyuan", path)
        assert shown.index('href="tel:110"') < shown.index('<main class="ld-main"')


async def test_the_amap_link_is_shifted_and_the_phones_own_is_not(calls: Calls) -> None:
    assist = await calls.raised()
    shown = (await page(calls, "minjing", f"/assists/{assist}")).replace("&amp;", "&")
    [amap] = re.findall(r'href="(https://uri\.amap\.com/[^"]+)"', shown)
    asked = parse_qs(urlsplit(amap).query)
    lon, lat, _ = asked["to"][0].split(",")
    assert along_sphere((float(lat), float(lon)), gcj02(PLACE)) < 1
    assert along_sphere((float(lat), float(lon)), PLACE) > 100
    assert asked["coordinate"] == ["gaode"]
    [own] = re.findall(r'href="geo:([^?"]+)', shown)
    assert own == f"{PLACE[0]:.6f},{PLACE[1]:.6f}"


async def test_a_position_that_leads_nowhere_has_no_links(calls: Calls) -> None:
    assist = await calls.raised(position={"lat": 0, "lon": 0})
    shown = await page(calls, "minjing", f"/assists/{assist}")
    assert "uri.amap.com" not in shown
    assert "坐标为0，不可信" in shown


async def test_who_waits_sees_how_far_help_is_and_from_where(calls: Calls) -> None:
    assist = await calls.under_way()
    await calls.do("minjing", assist, "positions", {"position": MARKET | {"lat": PLACE[0] + 0.009}})
    shown = await page(calls, "duiyuan", f"/assists/{assist}")
    assert "正北方向 997米" in shown or "正北方向 1.0公里" in shown


async def test_a_drill_is_marked_on_its_page_and_in_every_list(calls: Calls) -> None:
    assist = await calls.raised(exercise=True)
    for path in (f"/assists/{assist}", "/assists", "/"):
        assert "【演练】围堵阻碍" in (await page(calls, "minjing", path)).replace(
            "】紧急支援", "】围堵阻碍"
        ), path


async def test_the_first_page_lists_what_is_open_and_no_longer_what_ended(calls: Calls) -> None:
    assist = await calls.raised()
    for who in ("lingdao", "minjing", "zhihui"):
        assert f"/assists/{assist}" in await page(calls, who, "/")
    await calls.do("duiyuan", assist, "cancellation", {"reason": "误触"})
    assert f"/assists/{assist}" not in await page(calls, "minjing", "/")


async def test_the_button_is_held_as_long_as_the_township_set(calls: Calls) -> None:
    assert 'data-seconds="2"' in await page(calls, "duiyuan", "/patrols")
    client = await calls.street.cast.browser("guanli")
    form = await client.get("/settings")
    fields = dict(re.findall(r'<input[^>]* name="([^"]+)"[^>]* value="([^"]*)"', form.text))
    fields |= dict(re.findall(r'<input type="hidden" name="(township|seen)" value="([^"]*)"', form.text))
    answer = await client.post(
        "/settings", data=fields | {"assist.hold_seconds": "4"}, headers={"Origin": "http://testserver.local"}
    )
    assert answer.status_code in (200, 303), answer.text
    assert 'data-seconds="4"' in await page(calls, "duiyuan", "/patrols")


async def test_the_numbers_a_phone_keeps_begin_with_the_police_on_duty(calls: Calls) -> None:
    await calls.on_duty("minjing", "duiyuan")
    found = (await calls.street.get("duiyuan", "/assists/lines")).json()["items"]
    assert (found[0]["name"], found[0]["what"]) == ("周青岩", "值班民警")
    assert "沈禾" not in [each["name"] for each in found]
    assert len({each["phone"] for each in found}) == len(found) <= 6


async def test_the_maps_of_calls_show_them_where_they_are(calls: Calls) -> None:
    assist = await calls.under_way()
    await calls.do("minjing", assist, "positions", {"position": MARKET})
    await calls.raised(position=None)
    near = (await calls.street.get("minjing", f"/assists/{assist}/place.geojson")).json()["features"]
    assert [each["properties"]["kind"] for each in near] == ["call", "responder"]
    open_ones = (await calls.street.get("minjing", "/assists.geojson")).json()["features"]
    assert [each["properties"]["id"] for each in open_ones] == [assist]


async def test_figures_and_the_phone_list_have_pages_of_their_own(calls: Calls) -> None:
    await calls.resolved()
    drill = await calls.resolved(exercise=True)
    shown = await page(calls, "lingdao", "/assists/figures")
    assert shown.index("支援按接警单位") < shown.index("演练按接警单位")
    assert drill
    await calls.street.put(
        "duizhang",
        "/alarm-contacts/0190f3c2-7b1a-7c3d-8e4f-5a6b7c8d9e0f",
        {"name": "何向晚", "phone": "0000-7", "rank": 1},
    )
    assert "何向晚" in await page(calls, "duizhang", "/assists/contacts")


async def test_what_was_written_down_since_can_be_linked_once(calls: Calls) -> None:
    patrol = await calls.street.patrol()
    before = await calls.street.finding(patrol)
    calls.street.clock.later(minutes=1)
    assist = await calls.resolved(patrol=patrol)
    calls.street.clock.later(minutes=1)
    after = await calls.street.finding(patrol)
    shown = await page(calls, "duiyuan", f"/assists/{assist}")
    assert f'name="id" value="{after}"' in shown
    assert before not in shown
    await calls.do("duiyuan", assist, "followups", {"kind": "finding", "id": after})
    shown = await page(calls, "duiyuan", f"/assists/{assist}")
    assert f'name="id" value="{after}"' not in shown
    assert f"/findings/{after}" in shown


async def test_a_stranger_to_the_outcome_is_offered_nothing_to_link(calls: Calls) -> None:
    assist = await calls.resolved()
    assert "/followups" not in await page(calls, "lingdao", f"/assists/{assist}")
