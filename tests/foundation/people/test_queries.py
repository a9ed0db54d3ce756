"""Who can be taken along, whose certificate counts at a moment, for which body they act."""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

from backend.demo.organisation import officer_id, township_id, unit_id
from backend.foundation.database import row, rows
from backend.foundation.now import now
from backend.foundation.people.queries import (
    Colleagues,
    certificates_of,
    certified_at,
    enforcing_bodies,
    officers_on,
)
from tests.rig.cast import Cast

HOUR = timedelta(hours=1)
TEAM = [officer_id(name) for name in ("duiyuan", "duiyuan2", "duizhang", "duiyuan3", "xieguan")]
CERTIFIED = {officer_id(name) for name in ("duiyuan", "duiyuan2", "duizhang")}


async def suspend(officer: UUID, started: datetime, ended: datetime | None = None) -> None:
    held = await row("SELECT id FROM certificates WHERE officer = ?", officer)
    assert held is not None
    await rows(
        "INSERT INTO suspensions (id, certificate, started_at, ended_at, reason, imposed_by) VALUES (?, ?, ?, ?, ?, ?)",
        uuid4(),
        held["id"],
        started,
        ended,
        "核查",
        officer_id("jiandu"),
    )


async def test_those_with_a_valid_certificate_count_the_suspended_and_the_auxiliary_do_not(
    cast: Cast,
) -> None:
    assert await certified_at(TEAM, now()) == CERTIFIED


async def test_nobody_is_asked_for_and_nobody_counts(cast: Cast) -> None:
    assert await certified_at([], now()) == frozenset()


async def test_a_suspension_counts_from_its_moment_to_its_end(cast: Cast) -> None:
    at, shen = now(), officer_id("duiyuan")
    await suspend(shen, at - HOUR, at + HOUR)
    counted = [shen in await certified_at([shen], at + shift) for shift in (-2 * HOUR, -HOUR, HOUR, 2 * HOUR)]
    assert counted == [True, False, True, True]


async def test_before_its_first_and_after_its_last_moment_a_certificate_does_not_count(cast: Cast) -> None:
    shen = officer_id("duiyuan")
    [held] = await certificates_of(shen)
    tick = timedelta(microseconds=1)
    moments = (held.valid_from - tick, held.valid_from, held.valid_until, held.valid_until + tick)
    assert [shen in await certified_at([shen], at) for at in moments] == [False, True, True, False]


async def test_a_second_certificate_counts_while_the_first_is_suspended(cast: Cast) -> None:
    shen, at = officer_id("duiyuan"), now()
    await suspend(shen, at - HOUR)
    await rows(
        "INSERT INTO certificates (id, officer, number, issuer, valid_from, valid_until) VALUES (?, ?, ?, '', ?, ?)",
        uuid4(),
        shen,
        "SF-0417-9999",
        at - HOUR,
        at + HOUR,
    )
    assert shen in await certified_at([shen], at)
    assert [certificate.state(at) for certificate in await certificates_of(shen)] == ["suspended", "soon"]


async def test_the_team_acts_for_the_government_and_the_station_for_its_bureau(cast: Cast) -> None:
    asked = [unit_id(code) for code in ("sfz", "sfz-zfd", "sfz-pcs", "sfz-zrs")]
    bodies = await enforcing_bodies(asked)
    assert [bodies[unit] for unit in asked] == [unit_id(code) for code in ("sfz", "sfz", "gaj", "sfz-zrs")]
    assert await enforcing_bodies([]) == {}


async def test_a_patrol_may_take_along_its_township_and_the_county_bodies_not_the_neighbours(
    cast: Cast,
) -> None:
    await rows("UPDATE officers SET roles = '[\"traffic_police\"]' WHERE username = 'gongan'")
    groups = await officers_on(township_id("sfz"), now())
    codes = [group.code for group in groups]
    assert codes.index("sfz-zfd") < codes.index("gaj")
    assert "lz" not in codes
    team = next(group for group in groups if group.code == "sfz-zfd")
    assert {member.id for member in team.members if member.certified} == CERTIFIED


async def test_only_those_whose_roles_walk_are_offered_and_who_is_on_the_plan_already(cast: Cast) -> None:
    def names(groups: list[Colleagues]) -> set[str]:
        return {member.username for group in groups for member in group.members}

    offered = names(await officers_on(township_id("sfz"), now()))
    assert {"duiyuan", "xieguan", "minjing", "jiaojing", "fazhi"} <= offered
    assert not offered & {"lingdao", "guanli", "jiancha", "fayuan", "chengguan"}
    assert names(await officers_on(township_id("sfz"), now(), also={"chengguan"})) == offered | {"chengguan"}


async def test_who_has_left_is_not_offered(cast: Cast) -> None:
    await rows("UPDATE officers SET left_at = ? WHERE username = 'duiyuan'", now())
    groups = await officers_on(township_id("sfz"), now())
    assert "duiyuan" not in {member.username for group in groups for member in group.members}
