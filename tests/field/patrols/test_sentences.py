"""What happened is told in sentences people would say."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

import pytest

from backend.field.patrols.queries.history import history
from backend.field.patrols.sentences import _SENTENCES, changed_words, told
from backend.foundation.journal import Moment
from tests.field.street import Street, ago

NOON = datetime.fromisoformat("2026-11-20T12:00:00+08:00")
NAMES = {"duiyuan": "沈禾", "minjing": "周青岩"}


def moment(kind: str, payload: dict[str, Any] | None) -> Moment:
    return Moment(1, kind, "沈禾", "综合行政执法队", None, NOON, "", payload, None)


@pytest.mark.parametrize(
    ("kind", "payload", "sentence"),
    [
        ("patrol.filed", {"number": "示执巡〔2026〕1号", "note": None}, "备案，编号示执巡〔2026〕1号"),
        (
            "patrol.paused",
            {"at": "2026-11-20T02:40:00Z", "reason": "用餐", "note": None},
            "10:40 暂停，原因：用餐",
        ),
        ("patrol.ended", {"at": "2026-11-20T03:00:00Z", "note": "下雨"}, "11:00 结束巡查：下雨"),
        ("patrol.attended", {"unit": "派出所", "note": None}, "派出所确认到场"),
        ("patrol.conduct_checked", {"points": {"uniform": False}}, "着装与行为检查：按规定着装未做到"),
        ("patrol.returned", {"text": "补照片"}, "退回补正：补照片"),
        (
            "finding.created",
            {"number": 2, "category": "占道经营", "nothing_found": False},
            "记录第2条发现：占道经营",
        ),
        (
            "finding.removed",
            {"number": 2, "category": "x", "nothing_found": True},
            "撤下第2条发现：未发现问题",
        ),
        ("patrol.filed", None, "内容已按保存期限清除"),
    ],
)
def test_one_event_is_one_sentence(kind: str, payload: dict[str, Any] | None, sentence: str) -> None:
    assert told(moment(kind, payload), NAMES) == sentence


def test_people_are_called_by_their_names() -> None:
    payload = {"fields": {"crew": [["duiyuan"], ["duiyuan", "minjing"]]}, "overwrote": False}
    assert "沈禾、周青岩" in told(moment("patrol.changed", payload), NAMES)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"title": "早市"}, "名称改为“早市”"),
        ({"summary": ""}, "巡查小结清空"),
        ({"kind": "routine", "disposition": "case"}, "类型改为“日常巡查”，处置改为“立案查处”"),
        ({"ongoing": True}, "正在发生改为“是”"),
    ],
)
def test_a_change_says_what_became_of_each_field(fields: dict[str, Any], words: str) -> None:
    assert changed_words(fields) == words


async def test_everything_a_patrol_can_live_through_has_its_sentence(street: Street) -> None:
    patrol_id = await street.patrol(started_at=None, planned_from=ago(hours=1))
    path = f"/patrols/{patrol_id}"
    recording = {"recorder": "T8", "from_at": ago(hours=1), "until_at": ago(), "kept_at": "采集站"}
    await street.patch("duiyuan", path, {"title": "改名"})
    await street.post("duiyuan", f"{path}/start")
    finding_id = await street.finding(patrol_id)
    await street.patch("duiyuan", f"{path}/findings/{finding_id}", {"facts": "乙"})
    await street.delete("duiyuan", f"{path}/findings/{finding_id}")
    await street.post("duiyuan", f"{path}/pause", {"reason": "用餐"})
    await street.post("duiyuan", f"{path}/resumption")
    await street.post("duiyuan", f"{path}/crew", {"username": "xieguan"})
    await street.post("duiyuan", f"{path}/crew/xieguan/departure")
    await street.post("minjing", f"{path}/attendance")
    await street.post("duiyuan", f"{path}/conduct", {"points": {"uniform": True}})
    await street.post("duiyuan", f"{path}/recordings", recording)
    await street.post(
        "duiyuan", f"{path}/track", {"points": [{"seq": 0, "at": ago(), "lat": 24, "lon": 102}]}
    )
    await street.post("duiyuan", f"{path}/end")
    await street.post("duiyuan", f"{path}/filing")
    street.clock.later(minutes=1)
    await street.patch("duiyuan", path, {"title": "迟到", "made_at": ago(minutes=1)})
    for who, noun in (("duiyuan", "addenda"), ("lingdao", "remarks"), ("lingdao", "returns")):
        await street.post(who, f"{path}/{noun}", {"text": "写一句"}, key=uuid4())
    lived = await history(UUID(patrol_id))
    kinds = {each.kind for each in lived.moments}
    # A cancelled one lives no further, no key place lay near, and printing is the ledger's.
    assert kinds == set(_SENTENCES) - {"patrol.cancelled", "patrol.place_passed", "patrol.printed"}
    assert all(told(each, lived.names) for each in lived.moments)
