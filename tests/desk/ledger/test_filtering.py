"""Each filter alone and together; page, API and files show the same."""

from typing import Any

import pytest

from tests.desk.ledger.seeing import address, listed
from tests.field.street import Street, ago

A_DAY_H = 24


async def a_week(street: Street) -> None:
    """One patrol for each thing one may ask for; `plain` answers to nothing in particular."""
    await street.ended(title="plain", crew=["duiyuan", "minjing"], started_at=ago(hours=2))
    await street.filed(title="filed", started_at=ago(hours=A_DAY_H))
    await street.patrol(title="routine", kind="routine", crew=["duiyuan2"], started_at=ago(hours=3))
    with_finding = await street.patrol(title="found", started_at=ago(hours=4))
    await street.finding(with_finding, address="石门大桥南侧", facts="堆放建筑垃圾")
    await street.returned(title="returned", started_at=ago(hours=5))
    await street.patrol(title="traffic", crew=["duiyuan", "jiaojing"], started_at=ago(hours=6))
    await street.patrol(title="long ago", started_at=ago(days=40), ended_at=ago(days=40, hours=-2))
    await street.planned(title="planned")
    await street.cancelled(title="cancelled", planned_from=ago(hours=-30))


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"kind": "routine"}, ["routine"]),
        ({"unit": "sfz-jj"}, ["traffic"]),
        ({"officer": "jiaojing"}, ["traffic"]),
        ({"officer": "duiyuan2", "kind": "routine"}, ["routine"]),
        ({"findings": "1"}, ["found"]),
        ({"findings": "0", "state": "done"}, ["plain", "long ago"]),
        ({"review": "returned"}, ["returned"]),
        ({"review": "none"}, ["filed"]),
        ({"review": "waiting"}, ["filed"]),
        ({"place": "石门大桥"}, ["found"]),
        ({"place": "石门"}, ["found"]),
        ({"place": "农贸"}, []),
        ({"until": "2026-10-31"}, ["long ago"]),
        ({"from_": "2026-11-19", "until": "2026-11-19"}, ["filed"]),
        ({"from_": "2026-11-21"}, ["cancelled", "planned"]),
        ({"state": "planned"}, ["planned"]),
        ({"state": "cancelled"}, ["cancelled"]),
        ({"state": "filed"}, ["returned", "filed"]),
        ({"q": "垃圾"}, ["found"]),
        ({"unit": "sfz-jj", "findings": "1"}, []),
        ({"state": "active", "from_": "2026-11-20", "until": "2026-11-20", "unit": "sfz-zfd"}, ["routine", "found", "traffic"]),
    ],
)  # fmt: skip
async def test_the_ledger_is_narrowed_by(street: Street, asked: dict[str, str], expected: list[str]) -> None:
    await a_week(street)
    assert await listed(street, **asked) == expected


@pytest.mark.parametrize(
    "asked", [{}, {"state": "done"}, {"unit": "sfz-pcs", "from_": "2026-11-20"}, {"q": "石门"}]
)
async def test_page_and_api_list_the_same(street: Street, asked: dict[str, str]) -> None:
    await a_week(street)
    answer = await street.get("lingdao", address("/patrols", **asked))
    assert [item["title"] for item in answer.json()["items"]] == await listed(street, **asked)


async def test_a_day_begins_and_ends_at_midnight_in_china(street: Street) -> None:
    for title, at in {
        "last": "2026-11-18T23:59:59",
        "first": "2026-11-19T00:00:00",
        "end": "2026-11-19T23:59:59.5",
    }.items():
        await street.patrol(title=title, started_at=f"{at}+08:00", ended_at="2026-11-20T01:00:00+08:00")
    assert await listed(street, from_="2026-11-19", until="2026-11-19") == ["end", "first"]


async def test_paused_and_walking_patrols_are_told_apart(street: Street) -> None:
    await street.patrol(title="walking")
    await street.paused(title="paused", started_at=ago(hours=3))
    assert await listed(street, state="paused") == ["paused"]
    assert await listed(street, state="active") == ["walking"]


async def test_what_is_ready_or_late_goes_by_the_townships_minutes(street: Street) -> None:
    for title, minutes in {"far": -61, "ready": -60, "just": 30, "still": 29}.items():
        await street.planned(title=title, planned_from=ago(minutes=minutes))
    assert [await listed(street, state=state) for state in ("planned", "ready", "overdue")] == [
        ["far"], ["ready", "still"], ["just"],
    ]  # fmt: skip


async def test_a_removed_finding_leads_nowhere(street: Street) -> None:
    patrol = await street.patrol()
    finding = await street.finding(patrol, address="石门大桥")
    assert await listed(street, place="石门大桥") == ["集镇联合巡查"]
    assert (await street.delete("duiyuan", f"/patrols/{patrol}/findings/{finding}")).is_success
    assert (await listed(street, place="石门大桥"), await listed(street, findings="1")) == ([], [])


@pytest.mark.parametrize("words", ["%", "_", "\\", "'", '"', "*", "OR", "-", "()", "👍", "a'b\"c*", "石 门"])
async def test_signs_in_words_are_words(street: Street, words: str) -> None:
    await street.finding(await street.patrol(title="甲乙"), address="丙丁")
    for name in ("q", "place"):
        assert await listed(street, **{name: words}) == []


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ({"from_": "2026-13-01"}, "from"), ({"until": "yesterday"}, "until"), ({"from_": "0001-01-01"}, "from"),
        ({"from_": "2026-11-02", "until": "2026-11-01"}, "until"), ({"kind": "walk"}, "kind"), ({"state": "open"}, "state"),
        ({"review": "seen"}, "review"), ({"findings": "2"}, "findings"), ({"q": "字" * 61}, "q"),
        ({"place": "a\x07b"}, "place"), ({"officer": "x" * 61}, "officer"), ({"unit": "a\nb"}, "unit"),
    ],
)  # fmt: skip
async def test_what_cannot_be_asked_is_refused_by_page_and_api(
    street: Street, asked: dict[str, Any], field: str
) -> None:
    assert (await street.page("lingdao", address("/ledger", **asked))).status_code == 400
    for path in ("/patrols", "/patrols.csv"):
        answer = await street.get("lingdao", address(path, **asked))
        assert (answer.status_code, list(answer.json()["fields"])) == (400, [field])
