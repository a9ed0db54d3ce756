"""The form 记一条, one finding read, and the list of a patrol with very many."""

import html
import json
import re
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from backend.field.findings.form import form_for
from backend.field.patrols.queries.findings import finding_list
from backend.foundation.database import execute
from backend.foundation.people.power import Power
from tests.field.forms import dead_buttons, forms, links
from tests.field.street import NOON, Street, ago, finding_body

FIRM = "示范镇青石河建材经营部·二分店（个体工商户）"


async def test_the_form_makes_a_record_and_remembers_its_place(street: Street) -> None:
    page = (await street.page("minjing", f"/patrols/{await street.patrol()}/findings/new")).text
    [form] = forms(page)
    assert (form.method, form.url.endswith("/findings/{new}")) == ("PUT", True)
    assert {"category", "disposition", "facts", "position.lat", "position.source", "found_at"} <= form.names
    assert 'data-locate="now"' in page
    assert not dead_buttons(page)


@pytest.mark.parametrize(
    ("state", "status"),
    [("patrol", 200), ("paused", 200), ("ended", 200), ("planned", 409), ("filed", 409), ("cancelled", 409)],
)
async def test_it_opens_where_a_finding_would_be_taken(street: Street, state: str, status: int) -> None:
    patrol_id = await getattr(street, state)()
    assert (await street.page("duiyuan", f"/patrols/{patrol_id}/findings/new")).status_code == status


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("duizhang", 200),
        ("minjing", 200),
        ("xieguan", 403),
        ("suozhang", 403),
        ("lingdao", 403),
        ("linzhen", 404),
    ],
)
async def test_it_opens_for_those_who_take_part(street: Street, who: str, status: int) -> None:
    assert (await street.page(who, f"/patrols/{await street.patrol()}/findings/new")).status_code == status


async def test_who_may_exercise_power_is_offered_and_otherwise_it_is_said(street: Street) -> None:
    able = (await street.page("duiyuan", f"/patrols/{await street.patrol()}/findings/new")).text
    assert len(re.findall(r'name="acting"', able)) == 2
    unable = await street.patrol(kind="routine", crew=["duiyuan"])
    page = (await street.page("duiyuan", f"/patrols/{unable}/findings/new")).text
    assert 'name="acting"' not in page
    assert "不能责令、处罚或立案" in page


@pytest.mark.parametrize(
    ("who", "may"),
    [("duiyuan", True), ("duizhang", True), ("minjing", False), ("lingdao", False), ("zhihui", False)],
)
async def test_a_finding_is_changed_by_its_writer_and_by_the_team(
    street: Street, who: str, may: bool
) -> None:
    patrol_id = await street.patrol()
    own = f"/patrols/{patrol_id}/findings/{await street.finding(patrol_id)}"
    page = (await street.page(who, own)).text
    assert (f"{own}/edit" in links(page), len(forms(page)) == 1) == (may, may)
    assert not dead_buttons(page)
    assert (await street.page(who, f"{own}/edit")).status_code == (200 if may else 403)


async def test_police_change_what_they_wrote(street: Street) -> None:
    patrol_id = await street.patrol()
    own = f"/patrols/{patrol_id}/findings/{await street.finding(patrol_id, 'minjing')}"
    assert f"{own}/edit" in links((await street.page("minjing", own)).text)
    assert (await street.page("minjing", f"{own}/edit")).status_code == 200


async def test_after_the_filing_nothing_is_offered(street: Street) -> None:
    patrol_id = await street.ended()
    own = f"/patrols/{patrol_id}/findings/{await street.finding(patrol_id)}"
    await street.post("duiyuan", f"/patrols/{patrol_id}/filing")
    page = (await street.page("duiyuan", own)).text
    assert forms(page) == []
    assert (await street.page("duiyuan", f"{own}/edit")).status_code == 409


async def test_what_was_taken_down_is_readable_and_closed(street: Street) -> None:
    patrol_id = await street.patrol()
    own = f"/patrols/{patrol_id}/findings/{await street.finding(patrol_id)}"
    await street.delete("duiyuan", own)
    page = (await street.page("duiyuan", own)).text
    assert "撤下，内容照旧可看" in page
    assert "摊点越出店面约一米" in page
    assert forms(page) == []
    assert (await street.page("duiyuan", f"{own}/edit")).status_code == 410


@pytest.mark.parametrize("who", ["linzhen", "ziran"])
async def test_a_stranger_finds_nothing(street: Street, who: str) -> None:
    patrol_id = await street.patrol()
    own = f"/patrols/{patrol_id}/findings/{await street.finding(patrol_id)}"
    assert [(await street.page(who, path)).status_code for path in (own, f"{own}/edit")] == [404, 404]


async def test_a_finding_of_another_patrol_is_not_found_under_this_one(street: Street) -> None:
    first, second = await street.patrol(), await street.patrol()
    finding_id = await street.finding(first)
    assert (await street.page("duiyuan", f"/patrols/{second}/findings/{finding_id}")).status_code == 404
    assert (await street.page("duiyuan", f"/patrols/{second}/findings/{uuid4()}")).status_code == 404


async def test_a_page_shows_all_that_was_written(street: Street) -> None:
    patrol_id = await street.patrol()
    party = {"name": FIRM, "kind": "firm", "contact": "店内", "age": "adult"}
    own = f"/patrols/{patrol_id}/findings/" + await street.finding(
        patrol_id,
        party=party,
        disposition="ordered",
        recheck_on="2027-01-04",
        ongoing=True,
        address="东门",
        found_at="2026-11-20T10:30:00+08:00",
    )
    page = html.unescape(re.sub(r"<[^>]+>", " ", (await street.page("lingdao", own)).text))
    shown = (
        FIRM,
        "单位、商户",
        "成年人",
        "店内",
        "责令改正",
        "2027-01-04 周一",
        "正在进行",
        "东门",
        "卫星定位 ±8米 · 24.16330, 102.39040（WGS-84）",
        "11月20日 周五 10:30",
        "沈禾",
    )
    assert [words for words in shown if words not in page] == []


async def test_a_wrong_device_clock_is_marked_on_the_page_and_in_the_list(street: Street) -> None:
    patrol_id, finding_id, ahead = await street.patrol(), uuid4(), ago(days=-3)
    path = f"/patrols/{patrol_id}/findings/{finding_id}"
    await street.put("duiyuan", path, finding_body(found_at=ahead), Liandong_Sent_At=ahead)
    page = (await street.page("duiyuan", path)).text
    assert "手机时间不准，按收到时间记" in page
    assert "收到时间" in page
    [card] = (await finding_list(UUID(patrol_id))).cards
    assert (card.clock_wrong, card.meta) == (True, "12:00")


async def test_the_form_of_a_change_knows_what_stands_there(street: Street) -> None:
    patrol_id = await street.patrol()
    own = f"/patrols/{patrol_id}/findings/{await street.finding(patrol_id, party={'name': '某店'})}"
    page = (await street.page("duiyuan", f"{own}/edit")).text
    before = json.loads(html.unescape(re.findall(r'data-before="([^"]*)"', page)[0]))
    assert (before["category"], before["party"]["name"], before["position"]["lat"]) == (
        "占道经营",
        "某店",
        24.1633,
    )
    assert re.search(r'value="占道经营"[^>]* checked', page)


async def test_thousands_of_findings_are_listed_two_hundred_at_a_time(street: Street) -> None:
    patrol_id = await street.patrol()
    await _many(patrol_id, await street.finding(patrol_id), 450)
    page = (await street.page("duiyuan", f"/patrols/{patrol_id}")).text
    assert page.count("<article") == 200
    assert "前面还有 251 条" in page
    seen = [200]
    while older := re.findall(r'href="(/patrols/[^"]+/findings\?before=\d+)"', page):
        page = (await street.page("duiyuan", older[0])).text
        seen.append(page.count("<article"))
    assert seen == [200, 200, 51]


async def test_what_comes_late_keeps_its_number_and_takes_its_place_by_when_it_was_found(
    street: Street,
) -> None:
    patrol_id = await street.patrol()
    at_once = await street.finding(patrol_id, found_at=ago(minutes=30))
    waited = await street.finding(patrol_id, found_at=ago(minutes=60), made_at=ago(minutes=60))
    doubted = str(uuid4())
    wrong = {"Liandong_Sent_At": ago(hours=-9)}  # a clock that is nine hours ahead says nothing
    body = finding_body(found_at=ago(hours=-8))
    assert (await street.put("duiyuan", f"/patrols/{patrol_id}/findings/{doubted}", body, **wrong)).is_success
    listed = await finding_list(UUID(patrol_id))
    assert [(str(each.id), each.number) for each in listed.cards] == [(doubted, 3), (at_once, 1), (waited, 2)]
    assert "12:00收到" in listed.cards[2].meta
    assert "收到" not in listed.cards[1].meta
    before = await finding_list(UUID(patrol_id), before=1)
    assert ([str(each.id) for each in before.cards], before.earlier) == ([waited], 0)


async def test_an_empty_list_says_so(street: Street) -> None:
    assert "还没有记录" in (await street.page("duiyuan", f"/patrols/{await street.patrol()}")).text
    assert (
        "没有更早的记录" in (await street.page("duiyuan", f"/patrols/{await street.patrol()}/findings")).text
    )


def test_an_empty_form_chooses_nothing_for_the_officer() -> None:
    form = form_for(None, [], Power(ok=False, body="", body_name="", officers=(), why="缺人"))
    assert (form.acting, form.acting_chosen, form.before) == ([], [], "")
    assert form.place.looks
    assert dict(form.party_ages)[""] == "不清楚"
    assert "未发现问题" not in dict(form.categories)


async def _many(patrol_id: str, like: str, count: int) -> None:
    """Copies of a finding, numbered on from the second, a minute apart."""
    copied = (
        "patrol, township, category, nothing_found, matter_code, lat, lon, accuracy_m, position_source, far_reason, address, "
        "facts, disposition, acting, ongoing, recheck_on, party_name, party_kind, party_contact, party_age, created_by, made_at, "
        "received_at, device, clock_offset_s, late, overwritten, removed_at, removed_by, version, field_versions"
    )
    for number in range(2, count + 2):
        await execute(
            f"INSERT INTO findings (id, number, found_at, {copied}) SELECT ?, ?, ?, {copied} FROM findings WHERE id = ?",
            uuid4(),
            number,
            NOON - timedelta(minutes=number),
            UUID(like),
        )
