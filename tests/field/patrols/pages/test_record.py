"""The page of a patrol in each state: what it shows, and which acts it offers to whom."""

import re
from typing import Any
from uuid import uuid4

import pytest

from tests.field.forms import dead_buttons, forms, links
from tests.field.patrols.test_company import a_place
from tests.field.street import NOON, Street, ago, patrol_body

STATES = {
    "planned": "巡查计划",
    "active": "巡查进行中",
    "paused": "巡查已暂停",
    "ended": "整理备案",
    "filed": "已备案",
    "returned": "已备案",
    "cancelled": "已取消",
}
TAKES_PART = {"conduct", "recordings"}
UNDER_WAY = {*TAKES_PART, "passings"}
RUNS = {"end", "crew", *UNDER_WAY}
# What stands on the page and on that of its people; "" is a change of the patrol itself.
OFFERED: dict[str, dict[str, set[str]]] = {
    "planned": {
        "duiyuan": {"start", "cancellation", "crew", *TAKES_PART},
        "duizhang": {"start", "cancellation", "crew", *TAKES_PART},
        "minjing": TAKES_PART,
        "lingdao": set(),
    },
    "active": {
        "duiyuan": {"pause", "cancellation", "attendance", "departure", *RUNS},
        "minjing": {"attendance", "departure", *UNDER_WAY},
        "suozhang": {"attendance"},
        "xieguan": {"attendance"},
        "lingdao": set(),
        "zhihui": set(),
    },
    "paused": {
        "duiyuan": {"resumption", "cancellation", "attendance", "departure", *RUNS},
        "minjing": {"attendance", "departure", *UNDER_WAY},
        "lingdao": set(),
    },
    "ended": {
        "duiyuan": {"filing", "attendance", "", *UNDER_WAY},
        "duizhang": {"filing", "attendance", "", *UNDER_WAY},
        "duiyuan2": {"attendance", "", *UNDER_WAY},
        "minjing": {"attendance", *UNDER_WAY},
        "lingdao": set(),
    },
    "filed": {
        "duiyuan": {"addenda"},
        "minjing": {"addenda"},
        "xieguan": set(),
        "lingdao": {"remarks", "returns"},
        "zhihui": set(),
    },
    "returned": {"duiyuan": {"addenda"}, "lingdao": {"remarks", "returns"}},
    "cancelled": {"duiyuan": set(), "minjing": set(), "lingdao": set()},
}
BODIES: dict[str, dict[str, Any]] = {
    "pause": {"reason": "用餐"},
    "cancellation": {"reason": "大雨"},
    "crew": {"username": "xieguan"},
    "conduct": {"points": {"uniform": False}},
    "recordings": {"recorder": "07", "from_at": ago(hours=2), "until_at": ago(hours=1), "kept_at": "采集站"},
    "addenda": {"text": "已拆除", "reason": "复查"},
    "remarks": {"text": "已阅。"},
    "returns": {"text": "补上结果"},
    "": {"summary": "走完全程"},
}
CASES = [(state, who) for state, people in OFFERED.items() for who in people]


async def make(street: Street, state: str, **changes: Any) -> str:
    making = {"active": street.patrol}
    patrol_id: str = await making.get(state, getattr(street, state, street.patrol))(**changes)
    return patrol_id


async def offered(street: Street, who: str, patrol_id: str) -> dict[str, str]:
    """Acts by their noun, with the address each is sent to."""
    found: dict[str, str] = {}
    for path in (f"/patrols/{patrol_id}", f"/patrols/{patrol_id}/crew"):
        answer = await street.page(who, path)
        assert answer.status_code == 200, answer.text
        assert not dead_buttons(answer.text)
        for form in forms(answer.text):
            found[form.url.removeprefix(f"/api/v1/patrols/{patrol_id}").rpartition("/")[2]] = form.url
    return found


@pytest.mark.parametrize(("state", "who"), CASES)
async def test_each_is_offered_what_is_theirs_to_do(street: Street, state: str, who: str) -> None:
    patrol_id = await make(street, state)
    assert set(await offered(street, who, patrol_id)) == OFFERED[state][who]


@pytest.mark.parametrize(("state", "who"), [case for case in CASES if OFFERED[case[0]][case[1]]])
async def test_nothing_that_is_offered_is_refused(street: Street, state: str, who: str) -> None:
    for noun in OFFERED[state][who]:
        url = (await offered(street, who, await make(street, state)))[noun].removeprefix("/api/v1")
        body = {"place": str(await a_place(street))} if noun == "passings" else BODIES.get(noun, {})
        answer = await street.ask(who, "POST" if noun else "PATCH", url, body, key=uuid4())
        assert answer.status_code in (200, 201), (noun, answer.text)


@pytest.mark.parametrize(("state", "heading"), STATES.items())
async def test_each_state_says_what_it_is(street: Street, state: str, heading: str) -> None:
    page = await street.page("duiyuan", f"/patrols/{await make(street, state)}")
    assert f'<h1 class="ld-top__title">{heading}<span' in page.text


@pytest.mark.parametrize(
    ("minutes", "word"), [(61, "计划中"), (60, "待出发"), (-29, "待出发"), (-30, "未按时")]
)
async def test_a_plan_says_how_near_it_is(street: Street, minutes: int, word: str) -> None:
    page = await street.page(
        "duiyuan", f"/patrols/{await street.planned(planned_from=ago(minutes=-minutes))}"
    )
    assert f">{word}</span>" in page.text


@pytest.mark.parametrize("who", ["linzhen", "ziran"])
@pytest.mark.parametrize("page", ["", "/crew", "/timeline", "/edit", "/findings", "/findings/new"])
async def test_a_stranger_finds_nothing(street: Street, who: str, page: str) -> None:
    assert (await street.page(who, f"/patrols/{await street.planned()}{page}")).status_code == 404


@pytest.mark.parametrize("who", ["guanli", "chengguan"])
async def test_who_reads_no_patrols_is_told_so(street: Street, who: str) -> None:
    assert (await street.page(who, f"/patrols/{await street.patrol()}")).status_code == 403


async def test_the_last_one_there_cannot_be_sent_away(street: Street) -> None:
    alone = await street.patrol(kind="routine", crew=["duiyuan"])
    assert "departure" not in await offered(street, "duiyuan", alone)


async def test_a_patrol_with_findings_is_not_offered_to_be_cancelled(street: Street) -> None:
    patrol_id = await street.patrol()
    await street.finding(patrol_id)
    assert "cancellation" not in await offered(street, "duiyuan", patrol_id)


async def test_a_unit_that_confirmed_is_not_asked_again(street: Street) -> None:
    patrol_id = await street.patrol()
    await street.post("minjing", f"/patrols/{patrol_id}/attendance")
    assert "attendance" not in await offered(street, "minjing", patrol_id)
    assert "attendance" in await offered(street, "duiyuan", patrol_id)


async def test_a_conduct_check_says_which_points_failed(street: Street) -> None:
    patrol_id = await street.patrol()
    points = dict.fromkeys(("uniform", "certificate", "recorder", "manner", "vehicle"), False)
    await street.post(
        "duiyuan", f"/patrols/{patrol_id}/conduct", {"points": points | {"manner": True}}, key=uuid4()
    )
    page = await street.page("duiyuan", f"/patrols/{patrol_id}")
    assert "按规定着装、随身携带执法证、执法记录仪开启、车辆、装备齐全未做到 · 沈禾" in page.text
    assert "有未做到" in page.text


async def test_what_the_leader_wants_amended_stands_first(street: Street) -> None:
    page = await street.page("duiyuan", f"/patrols/{await street.returned()}")
    assert "退回补正：补上处理结果<p>写补记说明后，领导再看。</p>" in page.text


async def test_a_wrong_device_clock_is_marked(street: Street) -> None:
    patrol_id, ahead = uuid4(), ago(days=-3)
    body = patrol_body(started_at=ahead, made_at=ahead)
    await street.put("duiyuan", f"/patrols/{patrol_id}", body, Liandong_Sent_At=ahead)
    mark = "手机时间不准，按收到时间记"
    assert mark in (await street.page("duiyuan", f"/patrols/{patrol_id}")).text
    assert mark not in (await street.page("duiyuan", f"/patrols/{await street.patrol()}")).text


async def test_times_of_another_year_carry_their_year(street: Street) -> None:
    patrol_id = await street.patrol(
        started_at="2025-12-31T23:50:00+08:00", ended_at="2026-01-01T00:40:00+08:00"
    )
    street.clock.at(NOON)
    page = await street.page("duiyuan", f"/patrols/{patrol_id}/crew")
    assert page.status_code == 200
    listed = await street.page("duiyuan", "/patrols")
    assert "2025-12-31 周三 23:50" in listed.text


async def test_a_phone_keeps_only_the_open_patrols_its_person_works_on(street: Street) -> None:
    running, filed = await street.patrol(), await street.filed()
    assert "Liandong-Keep" not in (await street.page("duiyuan", f"/patrols/{running}")).headers
    assert (await street.page("lingdao", f"/patrols/{running}")).headers["Liandong-Keep"] == "no"
    assert (await street.page("duiyuan", f"/patrols/{filed}")).headers["Liandong-Keep"] == "no"


async def test_the_track_is_recorded_only_while_it_runs_and_what_is_over_has_no_recorder(
    street: Street,
) -> None:
    recorder = 'data-behaviour="track"'
    running = (await street.page("minjing", f"/patrols/{await street.patrol()}")).text
    assert re.search(f'{recorder}[^>]* data-state="active"[^>]*track">', running)
    for state, drawn in (("planned", "planned"), ("paused", "paused")):
        page = (await street.page("duiyuan", f"/patrols/{await make(street, state)}")).text
        assert re.search(f'{recorder}[^>]* data-state="{drawn}"[^>]* hidden>', page)
    for state in ("ended", "filed"):
        assert recorder not in (await street.page("duiyuan", f"/patrols/{await make(street, state)}")).text


async def test_every_link_of_a_running_patrol_leads_somewhere(street: Street) -> None:
    patrol_id = await street.patrol()
    await street.finding(patrol_id)
    page = await street.page("duiyuan", f"/patrols/{patrol_id}")
    for link in {link for link in links(page.text) if link.startswith("/patrols/")}:
        assert (await street.page("duiyuan", link)).status_code == 200, link


async def test_a_key_place_the_track_did_not_come_near_is_noted_by_hand_once(street: Street) -> None:
    place, patrol = await a_place(street), await street.patrol()
    assert f'value="{place}"' in (await street.page("minjing", f"/patrols/{patrol}")).text
    await street.post("minjing", f"/patrols/{patrol}/passings", {"place": str(place)}, key=uuid4())
    after = (await street.page("minjing", f"/patrols/{patrol}")).text
    assert ("手工登记" in after, f'value="{place}"' in after) == (True, False)
