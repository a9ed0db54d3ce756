"""Taking a task, reporting on it, giving it back; judging the report."""

from typing import Any
from uuid import uuid4

import pytest

from backend.foundation.clocks.sweep import sweep
from tests.field.street import ago, code_of
from tests.office.tasks.giving import SIX, Giving


async def test_from_the_order_to_its_end(giving: Giving) -> None:
    task = await giving.given()
    assert (await giving.do("duiyuan", task, "acceptance"))["state"] == "accepted"
    await giving.do("duiyuan", task, "progress", text="联系了业主")
    giving.street.clock.later(hours=6)
    found = await giving.do("duiyuan", task, "report", text="堆料已清走")
    assert (found["state"], found["clocks"][0]["state"]) == ("reported", "met")
    found = await giving.do("duizhang", task, "closure", note="看过了")
    assert (found["state"], found["ended_at"]) == ("done", SIX)
    assert [step["noun"] for step in found["steps"]] == [
        "given",
        "acceptance",
        "progress",
        "report",
        "closure",
    ]
    assert [step["text"] for step in found["steps"]][2:] == ["联系了业主", "堆料已清走", "看过了"]


@pytest.mark.parametrize(("seconds", "state"), [(0, "met"), (1, "met_late")])
async def test_the_minute_of_its_limit_is_in_time(giving: Giving, seconds: int, state: str) -> None:
    task = await giving.given()
    giving.street.clock.later(hours=6, seconds=seconds)
    found = await giving.do("duiyuan", task, "report", text="好了")
    assert found["clocks"][0]["state"] == state


async def test_what_waited_in_a_phone_counts_from_when_it_was_said(giving: Giving) -> None:
    task = await giving.given()
    giving.street.clock.later(hours=8)
    sent = ago(hours=-8)
    taken = await giving.post("duiyuan", task, "acceptance", {"at": ago(hours=-1)}, Liandong_Sent_At=sent)
    assert taken.json()["accepted_at"] == ago(hours=-1)
    answer = await giving.post(
        "duiyuan", task, "report", {"text": "好了", "at": ago(hours=-5)}, Liandong_Sent_At=sent
    )
    assert (answer.status_code, answer.json()["clocks"][0]["state"]) == (201, "met")


async def test_overdue_is_told_to_whoever_has_it(giving: Giving) -> None:
    task = await giving.given()
    giving.street.clock.later(hours=6, seconds=1)
    await sweep()
    found = await giving.read("duizhang", task)
    assert found["clocks"][0]["state"] == "overdue"
    page = await giving.street.page("duiyuan", f"/tasks/{task}")
    assert "已超" in page.text


async def test_reporting_takes_it_and_whoever_gave_it_hears(giving: Giving) -> None:
    task = await giving.reported()
    found = await giving.read("duizhang", task)
    assert (found["state"], found["accepted_by_name"] is not None) == ("reported", True)
    assert (await giving.told(task))[-1] == ("duizhang", "派单已报告，等你确认：清理河堤堆料", False)


@pytest.mark.parametrize(
    ("noun", "body"),
    [
        ("acceptance", {}),
        ("report", {"text": "好了"}),
        ("return", {"reason": "不归我管"}),
        ("progress", {"text": "去了"}),
    ],
)
async def test_sent_twice_it_is_done_once(giving: Giving, noun: str, body: dict[str, Any]) -> None:
    task, key = await giving.given(), uuid4()
    answers = [await giving.post("duiyuan", task, noun, body, key=key) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 200]
    assert len(answers[1].json()["steps"]) == 2


async def test_a_second_tap_changes_nothing_and_another_report_is_refused(giving: Giving) -> None:
    task = await giving.reported()
    assert (await giving.post("duiyuan", task, "acceptance")).status_code == 200
    assert (await giving.post("duiyuan", task, "report", {"text": "堆料已清走"})).status_code == 200
    other = await giving.post("duiyuan", task, "report", {"text": "别的"})
    assert code_of(other) == (409, "task_state")


async def test_given_to_a_unit_whoever_of_it_comes_first_is_at_it(giving: Giving) -> None:
    task = await giving.given("zhihui", officer=None, unit="sfz-zfd")
    found = await giving.do("duiyuan2", task, "acceptance")
    assert (found["officer"], found["accepted_by_name"]) == (
        None,
        (await giving.street.cast.person("duiyuan2")).name,
    )
    assert (await giving.post("duiyuan2", task, "acceptance")).status_code == 200
    late = await giving.post("duiyuan", task, "acceptance")
    assert (code_of(late), "已经接单" in late.text) == ((409, "task_state"), True)
    await giving.do("duiyuan", task, "report", text="一起清的")
    assert (await giving.post("minjing", task, "acceptance")).status_code == 404


async def test_given_back_the_limit_falls_away(giving: Giving) -> None:
    task = await giving.given()
    found = await giving.do("duiyuan", task, "return", reason="归水利局管")
    assert (found["state"], found["clocks"][0]["state"]) == ("returned", "cancelled")
    assert (await giving.told(task))[-1][:2] == ("duizhang", "派单被退回：清理河堤堆料")


async def test_asked_to_do_it_again_a_new_limit_runs(giving: Giving) -> None:
    task = await giving.reported()
    giving.street.clock.later(hours=7)
    late = await giving.post("duizhang", task, "rework", {"reason": "还剩一堆"})
    assert (late.status_code, "due_at" in late.text) == (400, True)
    found = await giving.do("duizhang", task, "rework", reason="还剩一堆", due_at=ago(hours=-9))
    assert (found["state"], [clock["state"] for clock in found["clocks"]]) == ("accepted", ["met", "running"])
    await giving.do("duiyuan", task, "report", text="都清了")
    assert (await giving.do("duizhang", task, "closure"))["state"] == "done"


async def test_whoever_does_it_is_reminded_and_told_of_the_end(giving: Giving) -> None:
    task = await giving.given()
    giving.street.clock.later(minutes=5)
    await giving.do("duizhang", task, "reminders", note="下午有检查")
    giving.street.clock.later(minutes=5)
    await giving.do("duizhang", task, "withdrawal", reason="业主自己清了")
    assert [(who, title[:5]) for who, title, _ in await giving.told(task)] == [
        ("duiyuan", "派单：清理"),
        ("duiyuan", "派单催办："),
        ("duiyuan", "派单已撤回"),
    ]
    assert (await giving.read("duiyuan", task))["clocks"][0]["state"] == "cancelled"


@pytest.mark.parametrize("noun", ["progress", "rework", "assignment", "reminders"])
async def test_what_would_add_once_more_needs_a_key(giving: Giving, noun: str) -> None:
    task = await giving.given()
    who = "duiyuan" if noun == "progress" else "duizhang"
    body = {"progress": {"text": "去了"}, "rework": {"reason": "再办"}, "assignment": {"officer": "duiyuan2"}}
    answer = await giving.street.post(who, f"/tasks/{task}/{noun}", body.get(noun, {}))
    assert code_of(answer) == (400, "idempotency_key_missing")


@pytest.mark.parametrize(
    ("who", "noun", "body"),
    [
        ("duiyuan2", "acceptance", {}),
        ("duizhang", "report", {"text": "好了"}),
        ("neiqin", "closure", {}),
        ("neiqin", "withdrawal", {"reason": "不用了"}),
    ],
)
async def test_what_is_not_theirs_is_refused(
    giving: Giving, who: str, noun: str, body: dict[str, Any]
) -> None:
    task = await giving.reported() if noun == "closure" else await giving.given()
    assert code_of(await giving.post(who, task, noun, body)) == (403, "not_allowed")


@pytest.mark.parametrize(
    ("noun", "who", "body"),
    [
        ("closure", "duizhang", {}),
        ("rework", "duizhang", {"reason": "再办"}),
    ],
)
async def test_nothing_is_judged_before_it_is_reported(
    giving: Giving, noun: str, who: str, body: dict[str, Any]
) -> None:
    answer = await giving.post(who, await giving.given(), noun, body)
    assert code_of(answer) == (409, "task_state")
    assert answer.json()["detail"].startswith("现在是“等接单”")


@pytest.mark.parametrize("noun", ["progress", "report", "return"])
async def test_words_are_asked_for(giving: Giving, noun: str) -> None:
    answer = await giving.post("duiyuan", await giving.given(), noun)
    assert code_of(answer) == (400, "invalid")


async def test_nobody_reports_in_advance(giving: Giving) -> None:
    task = await giving.given()
    answer = await giving.post(
        "duiyuan", task, "report", {"text": "好了", "at": ago(minutes=-10)}, Liandong_Sent_At=ago()
    )
    assert code_of(answer) == (422, "time_in_future")
