"""请休假 through the API: asked for, decided by somebody else, taken back, ended early."""

from typing import Any
from uuid import uuid4

import pytest

from backend.demo.organisation import officer_id, township_id
from backend.foundation.journal import timeline
from backend.office.absences import bearing
from backend.office.absences.bearing import Gap
from backend.office.absences.queries.away import away
from backend.office.absences.sentences import told
from tests.field.street import code_of
from tests.office.absences.absent import at
from tests.office.absences.team import LEAVE, Team


async def test_it_is_asked_for_and_the_captain_is_told(team: Team) -> None:
    answer = await team.asks()
    found = answer.json()
    assert (answer.status_code, found["state"], found["days"], found["officer"]) == (
        201,
        "waiting",
        3,
        "duiyuan",
    )
    assert await team.told("duizhang") == ["沈禾请年休假，等你批"]
    assert await team.told("lingdao") == []


async def test_the_same_again_is_one(team: Team) -> None:
    leave = uuid4()
    statuses = [(await team.street.put("duiyuan", f"/leaves/{leave}", LEAVE)).status_code for _ in range(2)]
    assert statuses == [201, 200]
    assert await team.told("duizhang") == ["沈禾请年休假，等你批"]


async def test_approved_the_person_is_away_and_hears_of_it(team: Team) -> None:
    leave = await team.approved()
    found = await team.read("duiyuan", f"leaves/{leave}")
    assert (found["state"], found["approved_by_name"]) == ("coming", "韩立夏")
    assert await team.told("duiyuan") == ["年休假批准了"]
    [stretch] = await away(township_id("sfz"), at("2026-11-25 00:00"), at("2026-11-26 00:00"))
    assert (stretch.officer, stretch.why) == (officer_id("duiyuan"), "年休假")


async def test_refused_with_its_reason_it_takes_nobody_away(team: Team) -> None:
    leave = await team.leave()
    answer = await team.do("duizhang", f"leaves/{leave}/refusal", {"reason": "街天人手不够"})
    assert (answer.json()["state"], answer.json()["refused_why"]) == ("refused", "街天人手不够")
    assert await team.told("duiyuan") == ["年休假没有批准"]
    assert await away(township_id("sfz"), at("2026-11-25 00:00"), at("2026-11-26 00:00")) == []


@pytest.mark.parametrize("noun", ["approval", "refusal"])
async def test_twice_is_harmless(team: Team, noun: str) -> None:
    leave = await team.leave()
    body = {"reason": "人手不够"} if noun == "refusal" else {}
    statuses = [(await team.do("duizhang", f"leaves/{leave}/{noun}", body)).status_code for _ in range(2)]
    assert statuses == [201, 200]
    assert len(await team.told("duiyuan")) == 1


async def test_nobody_approves_their_own_and_a_captains_goes_to_the_leaders(team: Team) -> None:
    leave = await team.leave("duizhang")
    assert code_of(await team.do("duizhang", f"leaves/{leave}/approval")) == (403, "own_leave")
    assert await team.told("lingdao") == await team.told("zhenzhang") == ["韩立夏请年休假，等你批"]
    assert (await team.do("zhenzhang", f"leaves/{leave}/approval")).status_code == 201


async def test_a_head_decides_only_about_the_people_of_the_unit(team: Team) -> None:
    leave = await team.leave("shichang")
    assert code_of(await team.do("duizhang", f"leaves/{leave}/approval")) == (404, "not_found")
    assert code_of(await team.do("minjing", f"leaves/{leave}/approval")) == (403, "not_allowed")
    assert (await team.do("lingdao", f"leaves/{leave}/approval")).status_code == 201


async def test_what_was_decided_is_not_decided_again(team: Team) -> None:
    leave = await team.approved()
    refused = await team.do("lingdao", f"leaves/{leave}/refusal", {"reason": "再想想"})
    assert code_of(refused) == (409, "leave_state")


async def test_a_clerk_asks_for_somebody_of_the_team_and_not_for_others(team: Team) -> None:
    leave = await team.leave("neiqin", officer="xieguan", kind="sick")
    assert (await team.read("xieguan", f"leaves/{leave}"))["asked_by_name"] == "苏芷兰"
    assert code_of(await team.asks("neiqin", officer="minjing")) == (400, "invalid")
    assert code_of(await team.asks("duiyuan", officer="duiyuan2")) == (400, "invalid")


async def test_days_already_taken_are_not_asked_for_again(team: Team) -> None:
    await team.leave()
    assert code_of(await team.asks(first_day="2026-11-27", last_day="2026-11-28")) == (409, "leave_overlaps")
    assert (await team.asks(first_day="2026-11-28", last_day="2026-11-28")).status_code == 201


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"last_day": "2026-11-24"}, "last_day"),
        ({"part": "morning"}, "part"),
        ({"first_day": "2026-01-01"}, "first_day"),
        ({"first_day": "0001-01-01"}, "first_day"),
        ({"last_day": "9999-12-31"}, "last_day"),
        ({"kind": "fishing"}, "kind"),
        ({"first_day": "2026-02-30"}, "first_day"),
    ],
)
async def test_a_wrong_field_is_named(team: Team, changes: dict[str, Any], field: str) -> None:
    answer = await team.asks(**changes)
    assert code_of(answer) == (400, "invalid")
    assert field in answer.json()["fields"]


async def test_taken_back_before_it_begins(team: Team) -> None:
    leave = await team.approved()
    team.street.clock.at("2026-11-24T23:59:00+08:00")
    statuses = [(await team.do("duiyuan", f"leaves/{leave}/withdrawal")).status_code for _ in range(2)]
    assert statuses == [201, 200]
    assert await away(township_id("sfz"), at("2026-11-25 00:00"), at("2026-11-26 00:00")) == []


async def test_once_it_runs_it_is_ended_early_instead(team: Team) -> None:
    leave = await team.approved()
    team.street.clock.at("2026-11-26T08:00:00+08:00")
    assert code_of(await team.do("duiyuan", f"leaves/{leave}/withdrawal")) == (409, "leave_state")
    assert (await team.do("duiyuan", f"leaves/{leave}/return")).json()["state"] == "over"
    assert (await team.do("duiyuan", f"leaves/{leave}/return")).status_code == 200
    found = await away(township_id("sfz"), at("2026-11-25 00:00"), at("2026-11-28 00:00"))
    assert [stretch.ends for stretch in found] == [at("2026-11-26 08:00")]


async def test_colleagues_and_neighbours_see_nothing_of_it(team: Team) -> None:
    leave = await team.leave()
    for stranger in ("duiyuan2", "minjing", "zhihui", "linzhen"):
        assert code_of(await team.street.get(stranger, f"/leaves/{leave}")) == (404, "not_found")
    for reader in ("duizhang", "neiqin", "lingdao", "dangban"):
        assert (await team.read(reader, f"leaves/{leave}"))["reason"] == "回老家"


async def test_shifts_that_fall_empty_are_shown_and_whoever_fills_them_is_told(
    team: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    begins, ends = at("2026-11-26 20:00"), at("2026-11-27 08:00")

    async def rostered(officer: object, since: object, until: object) -> list[Gap]:
        return [Gap("农贸市场夜班", begins, ends, "/duty/shifts/1")]

    monkeypatch.setattr(bearing, "_asked", [rostered])
    leave = await team.leave()
    assert [gap["title"] for gap in (await team.read("duizhang", f"leaves/{leave}"))["gaps"]] == [
        "农贸市场夜班"
    ]
    assert "这个假会让1个已公布的班次缺人" in (await team.street.page("duizhang", f"/leaves/{leave}")).text
    assert "批之前先找替班" not in (await team.street.page("duiyuan", f"/leaves/{leave}")).text
    await team.do("duizhang", f"leaves/{leave}/approval")
    assert "批之前先找替班" not in (await team.street.page("duizhang", f"/leaves/{leave}")).text
    assert await team.told("zhihui") == ["沈禾请假，1个班次空出来了"]


async def test_the_journal_tells_it_without_the_reason(team: Team) -> None:
    leave = await team.approved(reason="家里有丧事")
    moments = await timeline("leave", leave)  # type: ignore[arg-type]
    assert [told(moment) for moment in moments] == ["请年休假，11月25日 周三到11月27日 周五", "批准沈禾的假"]
    assert all("丧事" not in str(moment.payload) for moment in moments)


async def test_the_pages_show_what_waits_for_whom(team: Team) -> None:
    leave = await team.leave()
    assert "等批准，你能批的" in (await team.street.page("duizhang", "/leaves")).text
    own = (await team.street.page("duiyuan", "/leaves")).text
    assert "你能批的" not in own
    assert f"/leaves/{leave}" in own
    assert "本人" in (await team.street.page("duizhang", "/leaves/new")).text


async def test_a_leave_says_who_decides_and_that_nothing_falls_empty(team: Team) -> None:
    seen = (await team.street.page("duizhang", f"/leaves/{await team.leave()}")).text
    assert "本单位队长或所长，或镇领导" in seen
    assert "没有已公布的班次受影响" in seen
    own = (await team.street.page("duizhang", f"/leaves/{await team.leave('duizhang')}")).text
    assert "本单位队长或所长" not in own
    assert "没有已公布的班次受影响" not in own


async def test_an_officer_reads_of_no_leave_of_their_own_not_that_nobody_has_any(team: Team) -> None:
    await team.leave("duiyuan2")
    assert "你没有要休的假" in (await team.street.page("duiyuan", "/leaves")).text


async def test_whoever_came_back_early_was_away_as_long_as_that(team: Team) -> None:
    leave = await team.approved(first_day="2026-11-20", last_day="2026-11-25")
    await team.do("duiyuan", f"leaves/{leave}/return")
    team.street.clock.later(days=1)
    seen = (await team.street.page("duizhang", "/leaves")).text
    assert "11月20日 周五 · 提前回来" in seen
    assert "6天" not in seen
