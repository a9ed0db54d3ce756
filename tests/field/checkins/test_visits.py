"""Beginning, 报平安, ending; for others; who sees it."""

from typing import Any
from uuid import uuid4

import pytest

from tests.field.checkins.visits import HEARD, MARKET, Visits, visit_body
from tests.field.street import ago, code_of


async def test_the_timer_runs_from_the_tap(visits: Visits) -> None:
    found = await visits.read("duiyuan", await visits.begun())
    assert (found["state"], found["due_at"], found["missed_at"], found["help_at"]) == (
        "green",
        ago(minutes=-30),
        ago(minutes=-35),
        ago(minutes=-40),
    )


async def test_one_tap_begins_it_anew(visits: Visits) -> None:
    visit = await visits.begun()
    visits.street.clock.later(minutes=32)
    assert (await visits.read("duiyuan", visit))["state"] == "amber"
    found = await visits.do("duiyuan", visit, "oks")
    assert (found["state"], found["due_at"]) == ("green", ago(minutes=-62))
    assert [step["noun"] for step in found["steps"]] == ["begun", "well"]


async def test_what_waited_in_a_phone_counts_from_when_it_was_said(visits: Visits) -> None:
    visit = await visits.begun()
    visits.street.clock.later(minutes=33)
    found = await visits.do("duiyuan", visit, "oks", {"at": ago(minutes=-20)})
    assert found["due_at"] == ago(minutes=-50)
    older = await visits.post("duiyuan", visit, "oks", {"at": ago(minutes=-10)})
    assert (older.status_code, older.json()["due_at"]) == (200, ago(minutes=-50))


async def test_nobody_is_well_in_advance(visits: Visits) -> None:
    visit = await visits.begun()
    answer = await visits.post("duiyuan", visit, "oks", {"at": ago(minutes=-10)})
    assert code_of(answer) == (422, "time_in_future")


async def test_sent_twice_under_a_key_it_is_said_once(visits: Visits) -> None:
    visit, key = await visits.begun(), uuid4()
    visits.street.clock.later(minutes=1)
    answers = [await visits.post("duiyuan", visit, "oks", {"at": ago(minutes=-1)}, key=key) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 200]
    assert len((await visits.read("duiyuan", visit))["steps"]) == 2


@pytest.mark.parametrize(
    "position",
    [{"lat": 0, "lon": 0}, {"lat": "x", "lon": 1}, {"lat": 999, "lon": 1}, {"lat": 24.1}, None],
)
async def test_a_bad_position_refuses_nothing_and_the_good_one_stays(
    visits: Visits, position: dict[str, Any] | None
) -> None:
    visit = await visits.begun()
    visits.street.clock.later(minutes=1)
    found = await visits.do("duiyuan", visit, "oks", {"position": position})
    assert (found["position"]["lat"], found["position_at"]) == (24.17341, ago())


async def test_a_new_position_takes_the_place_of_the_old_one(visits: Visits) -> None:
    visit = await visits.begun(position=None)
    assert (await visits.read("duiyuan", visit))["position"]["source"] == "none"
    visits.street.clock.later(minutes=1)
    found = await visits.do("duiyuan", visit, "oks", {"position": {"lat": 24.2, "lon": 102.3}})
    assert (found["position"]["lat"], found["position"]["source"]) == (24.2, "gps")


async def test_one_runs_at_a_time(visits: Visits) -> None:
    visit = await visits.begun()
    again = await visits.street.put("duiyuan", f"/checkins/{uuid4()}", visit_body())
    assert code_of(again) == (409, "checkin_running")
    await visits.do("duiyuan", visit, "ending")
    await visits.begun()


async def test_ended_it_stays_ended(visits: Visits) -> None:
    visit = await visits.begun()
    found = await visits.do("duiyuan", visit, "ending")
    assert (found["state"], found["ended_at"]) == ("ended", ago())
    assert (await visits.post("duiyuan", visit, "ending")).status_code == 200
    assert code_of(await visits.post("duiyuan", visit, "oks")) == (409, "checkin_ended")
    assert await visits.looked(30, 35, 40) == [0, 0, 0]


async def test_put_twice_it_is_one_and_other_words_are_a_conflict(visits: Visits) -> None:
    visit, body = str(uuid4()), visit_body()
    answers = [await visits.street.put("duiyuan", f"/checkins/{visit}", body) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 200]
    other = await visits.street.put("duiyuan", f"/checkins/{visit}", visit_body(place="别处"))
    assert code_of(other) == (409, "conflict")


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"place": " "}, "place"), ({"reason": " "}, "reason"), ({"officer": "linzhen"}, "officer")],
)
async def test_what_is_missing_is_said(visits: Visits, changes: dict[str, Any], field: str) -> None:
    answer = await visits.street.put("duizhang", f"/checkins/{uuid4()}", visit_body(**changes))
    assert code_of(answer) == (400, "invalid")
    assert field in answer.json()["fields"]


@pytest.mark.parametrize(
    ("who", "officer", "status"),
    [
        ("duizhang", "duiyuan", 201),
        ("duizhang", "minjing", 403),
        ("suozhang", "minjing", 201),
        ("zhihui", "ziran", 201),
        ("duiyuan2", "duiyuan", 403),
        ("lingdao", "duiyuan", 403),
    ],
)
async def test_their_chief_and_the_dispatcher_begin_it_for_others(
    visits: Visits, who: str, officer: str, status: int
) -> None:
    answer = await visits.street.put(who, f"/checkins/{uuid4()}", visit_body(officer=officer))
    assert answer.status_code == status


async def test_who_is_not_there_says_how_they_heard_it(visits: Visits) -> None:
    visit = await visits.begun()
    visits.street.clock.later(minutes=1)
    silent = await visits.post("duizhang", visit, "oks")
    assert code_of(silent) == (422, "checkin_channel_needed")
    found = await visits.do("duizhang", visit, "oks", HEARD)
    assert (found["steps"][-1]["channel"], found["steps"][-1]["by_name"]) == ("radio", "韩立夏")
    page = await visits.street.page("duizhang", f"/checkins/{visit}")
    assert "报平安（对讲机听到，代记）：人没事" in page.text


@pytest.mark.parametrize(
    ("who", "sees"),
    [
        ("duiyuan", True),
        ("duizhang", True),
        ("zhihui", True),
        ("lingdao", True),
        ("duiyuan2", False),
        ("suozhang", False),
        ("minjing", False),
        ("linzhen", False),
    ],
)
async def test_whoever_goes_and_whoever_watches_see_it(visits: Visits, who: str, sees: bool) -> None:
    visit = await visits.begun()
    answer = await visits.street.get(who, f"/checkins/{visit}")
    assert answer.status_code == (200 if sees else 404)
    items = (await visits.street.get(who, "/checkins")).json()["items"]
    assert [item["id"] for item in items] == ([visit] if sees else [])
    assert ("河滩料场" in (await visits.street.page(who, "/checkins")).text) is sees


async def test_the_page_has_the_button_for_whoever_is_there_alone(visits: Visits) -> None:
    visit = await visits.begun()
    assert 'form="well-form"' in (await visits.street.page("duiyuan", f"/checkins/{visit}")).text
    watcher = (await visits.street.page("zhihui", f"/checkins/{visit}")).text
    assert 'form="well-form"' not in watcher
    assert "代报平安" in watcher


async def test_a_chief_is_offered_the_own_unit_and_an_officer_nobody(visits: Visits) -> None:
    chief = (await visits.street.page("duizhang", "/checkins/new")).text
    assert ">沈禾<" in chief
    assert ">周青岩<" not in chief
    assert 'name="officer"' not in (await visits.street.page("duiyuan", "/checkins/new")).text


@pytest.mark.parametrize("position", ["24.17,102.4", [1, 2], {"lat": [24]}, {**MARKET, "heading": 3}, 7])
async def test_no_position_refuses_a_visit_or_a_word(visits: Visits, position: Any) -> None:
    visit = await visits.begun(position=position)
    visits.street.clock.later(minutes=1)
    found = await visits.do("duiyuan", visit, "oks", {"position": position})
    assert found["state"] == "green"
    unknown = await visits.post("duiyuan", visit, "oks", {"position": MARKET, "battery": 3})
    assert (unknown.status_code, unknown.json()["code"]) == (400, "unknown_field")
