"""经过: everything that happened, people by their names, the last three hundred moments at a time."""

import re
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest

from backend.field.patrols.queries.history import history
from backend.field.patrols.sentences import told, usernames
from backend.field.patrols.timeline import lines
from backend.foundation.journal import Moment
from tests.field.street import Street, ago

NAMES = {"duiyuan": "沈禾", "minjing": "周凯"}
AT = datetime(2026, 11, 20, 4, tzinfo=UTC)


def moment(kind: str, payload: dict[str, Any] | None) -> Moment:
    return Moment(1, kind, "沈禾", "执法队", None, AT, "0" * 64, payload, None)


@pytest.mark.parametrize(
    ("kind", "payload", "sentence"),
    [
        (
            "patrol.created",
            {"kind": "joint", "title": "早市", "crew": ["duiyuan", "minjing"], "started_at": "x"},
            "开始联合巡查“早市”，沈禾、周凯参加",
        ),
        (
            "patrol.created",
            {"kind": "routine", "title": "早市", "crew": ["gone"]},
            "计划日常巡查“早市”，gone参加",
        ),
        (
            "patrol.changed",
            {"fields": {"crew": [["duiyuan"], ["duiyuan", "minjing"]]}},
            "参加人员改为“沈禾、周凯”",
        ),
        (
            "patrol.changed",
            {"fields": {"planned_from": [None, "2026-11-25T09:10:00+08:00"]}},
            "计划开始改为“11月25日 周三 09:10”",
        ),
        (
            "finding.changed",
            {"number": 2, "fields": {"acting": [[], ["minjing"]], "party": [None, {"name": "某店"}]}},
            "第2条发现：执法人员改为“周凯”，当事人改为“某店”",
        ),
        (
            "patrol.conduct_checked",
            {"points": {"uniform": False, "manner": True}},
            "着装与行为检查：按规定着装未做到",
        ),
        ("patrol.conduct_checked", {"points": {"uniform": True}}, "着装与行为检查：都做到了"),
        ("patrol.changed", None, "内容已按保存期限清除"),
    ],
)
def test_a_moment_is_told_with_names(kind: str, payload: dict[str, Any] | None, sentence: str) -> None:
    assert told(moment(kind, payload), NAMES) == sentence


def test_everybody_a_moment_speaks_of_is_asked_for() -> None:
    payload = {"crew": ["a"], "acting": None, "fields": {"crew": [None, ["b"]], "acting": [["c"], []]}}
    assert set(usernames(payload)) == {"a", "b", "c"}


async def test_the_page_names_people_and_tells_of_findings(street: Street) -> None:
    patrol_id = await street.patrol()
    await street.finding(patrol_id)
    page = re.sub(r"<[^>]+>", "", (await street.page("lingdao", f"/patrols/{patrol_id}/timeline")).text)
    assert "开始联合巡查“集镇联合巡查”，沈禾、" in page
    assert "duiyuan2" not in page
    assert "记录第1条发现：占道经营" in page


async def test_a_phones_own_time_is_told_where_it_differs(street: Street) -> None:
    patrol_id = await street.patrol(made_at=ago(hours=2))
    page = (await street.page("duiyuan", f"/patrols/{patrol_id}/timeline")).text
    assert "手机时间 11月20日 周五 10:00" in page


async def test_a_long_history_is_told_in_parts(street: Street) -> None:
    patrol_id = await street.patrol()
    for number in range(3):
        await street.patch("duiyuan", f"/patrols/{patrol_id}", {"title": f"第{number}次改名"})
    last = await history(UUID(patrol_id), most=2)
    assert [told(each, last.names)[:10] for each in last.moments] == [
        "名称改为“第1次改名",
        "名称改为“第2次改名",
    ]
    assert last.earlier
    first = await history(UUID(patrol_id), last.moments[0].seq, most=2)
    assert (len(first.moments), first.earlier) == (2, False)
    page = (await street.page("duiyuan", f"/patrols/{patrol_id}/timeline?before={last.moments[0].seq}")).text
    assert "第0次改名" in page
    assert "第1次改名" not in page


async def test_the_batches_of_a_track_are_one_line_per_person_with_each_batch_inside(street: Street) -> None:
    patrol_id = await street.patrol()
    for seq in range(3):
        for who in ("duiyuan", "minjing"):
            point = {"seq": seq, "at": ago(minutes=60 - seq), "lat": 24.17, "lon": 102.4, "accuracy_m": 8}
            await street.post(who, f"/patrols/{patrol_id}/track", {"points": [point]})
    await street.finding(patrol_id)
    found = await history(UUID(patrol_id))
    told_lines = lines(found.moments, found.names)
    assert [line.sentence for line in told_lines[1:]] == [
        "12:00 收到轨迹3批，3个点",
        "12:00 收到轨迹3批，3个点",
        "记录第1条发现：占道经营",
    ]
    assert [line.moment.actor_name for line in told_lines[1:3]] == ["沈禾", "周青岩"]
    assert [len(line.inner) for line in told_lines] == [0, 3, 3, 0]
    page = (await street.page("duiyuan", f"/patrols/{patrol_id}/timeline")).text
    assert page.count("收到轨迹1个点") == 6


def test_one_batch_alone_is_told_as_itself() -> None:
    [line] = lines([moment("patrol.track_received", {"points": 37})], NAMES)
    assert (line.sentence, line.inner) == ("收到轨迹37个点", ())


def test_batches_whose_content_is_gone_are_still_counted() -> None:
    [line] = lines(
        [moment("patrol.track_received", None), moment("patrol.track_received", {"points": 1204})], NAMES
    )
    assert line.sentence == "12:00 收到轨迹2批，1,204个点"
