"""What was in force at a moment can always be answered, and is never rewritten."""

from datetime import date, datetime, timedelta
from random import Random
from uuid import UUID

import pytest

from backend.demo.organisation import township_id
from backend.foundation.now import local, now
from backend.foundation.refusals import Refusal
from backend.office.matters import demand_matter, matter_in_force, matters_in_force
from backend.office.matters.commands.versions import withdraw_version
from backend.office.matters.rules.matter import Named
from tests.office.matters.lists import CITY, act, adjusted, listed, listed_next_door
from tests.rig.cast import Cast
from tests.rig.clock import Clock

HERE = township_id("sfz")
TODAY, LATER = date(2026, 11, 20), date(2026, 12, 1)
MIDNIGHT = datetime.fromisoformat("2026-12-01T00:00:00+08:00")
INSTANT = timedelta(microseconds=1)


async def number_at(code: str, moment: datetime) -> int | None:
    found = await matter_in_force(HERE, code, moment)
    return found.number if found else None


async def test_a_version_rules_from_midnight_of_its_day_and_the_old_one_until_then(
    town: Cast, noon: Clock
) -> None:
    matter = await listed(day=TODAY)
    await adjusted(matter, 1, LATER, standing="taken_back", punishing=CITY)
    assert await number_at("SR-01", MIDNIGHT - INSTANT) == 1
    assert await number_at("SR-01", MIDNIGHT) == 2
    before, after = [await matter_in_force(HERE, "SR-01", at) for at in (MIDNIGHT - INSTANT, MIDNIGHT)]
    assert before
    assert after
    assert (before.standing, before.punishing.code, before.punishing.acts_in_own_name) == (
        "granted",
        "sfz",
        True,
    )
    assert (after.standing, after.punishing.code, str(after.paper)) == (
        "taken_back",
        "cgj",
        str(before.paper),
    )


async def test_nothing_is_in_force_before_it_was_recorded(town: Cast, noon: Clock) -> None:
    await listed(day=TODAY)
    assert await number_at("SR-01", noon.read() - INSTANT) is None
    assert await number_at("SR-01", noon.read()) == 1


async def test_what_is_changed_today_does_not_change_this_morning(town: Cast, noon: Clock) -> None:
    matter = await listed(day=TODAY)
    afternoon = noon.later(hours=3)
    await adjusted(matter, 1, TODAY, standard="超出门窗")
    assert await number_at("SR-01", afternoon - INSTANT) == 1
    assert await number_at("SR-01", afternoon) == 2


async def test_a_dropped_matter_is_gone_from_its_day_on_and_may_come_back(town: Cast, noon: Clock) -> None:
    matter = await listed(day=TODAY)
    await adjusted(matter, 1, LATER, standing="dropped")
    noon.at("2026-12-20T09:00:00+08:00")
    await adjusted(matter, 2, date(2027, 1, 1), standing="granted")
    assert await number_at("SR-01", MIDNIGHT - INSTANT) == 1
    assert await number_at("SR-01", MIDNIGHT) is None
    assert await number_at("SR-01", datetime.fromisoformat("2027-01-01T00:00:00+08:00")) == 3
    assert [found.code for found in await matters_in_force(HERE, MIDNIGHT)] == []


async def test_a_withdrawn_version_never_begins(town: Cast, noon: Clock) -> None:
    matter = await listed(day=TODAY)
    await adjusted(matter, 1, LATER, standing="dropped")
    await withdraw_version(matter, 2, "文件作废", 2, act())
    assert await number_at("SR-01", MIDNIGHT) == 1
    number = await adjusted(matter, 3, LATER, standing="taken_back", punishing=CITY)
    assert (number, await number_at("SR-01", MIDNIGHT)) == (3, 3)


async def test_each_township_has_its_own_list(town: Cast, noon: Clock) -> None:
    await listed_next_door("LZ-01")
    assert await matter_in_force(HERE, "LZ-01", now()) is None
    assert await matter_in_force(township_id("lz"), "LZ-01", now()) is not None


async def test_a_code_is_demanded_at_the_first_moment_that_knows_it(town: Cast, noon: Clock) -> None:
    matter = await listed(day=TODAY)
    await adjusted(matter, 1, LATER, standard="超出门窗")
    early = noon.read() - timedelta(days=1)
    assert (await demand_matter(HERE, "SR-01", early, MIDNIGHT)).number == 2
    with pytest.raises(Refusal, match="matter_not_in_force"):
        await demand_matter(HERE, "SR-01", early)
    with pytest.raises(Refusal, match="matter_unknown"):
        await demand_matter(HERE, "SR-02", early, MIDNIGHT)


@pytest.mark.parametrize("seed", range(8))
async def test_at_every_moment_it_is_the_last_version_that_had_begun(
    town: Cast, noon: Clock, seed: int
) -> None:
    """Held against an account kept apart, over months of changes that are recorded, scheduled and withdrawn."""
    chance, begun = Random(seed), [(noon.read(), 1)]
    matter, version = await listed(day=TODAY), 1
    newest = TODAY
    for step in range(12):
        noon.later(hours=chance.randrange(1, 400))
        if begun[-1][0] > noon.read() and chance.random() < 0.4:
            version = await _withdrawn(matter, begun, version)
            newest = local(begun[-1][0]).date()
            continue
        newest = max(newest, local(noon.read()).date()) + timedelta(days=chance.randrange(0, 40))
        number = await adjusted(matter, version, newest, standard=f"第{step}次")
        version += 1
        midnight = datetime.fromisoformat(f"{newest}T00:00:00+08:00")
        begun.append((max(midnight, noon.read()), number))
    for moment in (at + offset for at, _ in begun for offset in (-INSTANT, timedelta(), INSTANT)):
        expected = max(
            (entry for entry in begun if entry[0] <= moment), key=lambda entry: entry[1], default=(0, None)
        )
        assert await number_at("SR-01", moment) == expected[1]


async def _withdrawn(matter: UUID, begun: list[tuple[datetime, int]], version: int) -> int:
    await withdraw_version(matter, begun.pop()[1], "改期", version, act())
    return version + 1


async def test_competent_bodies_outside_the_directory_have_their_name(town: Cast, noon: Clock) -> None:
    outside = Named("县农业农村局")
    await listed(standing="kept", supervising=outside, punishing=outside)
    found = await matter_in_force(HERE, "SR-01", now())
    assert found
    assert (found.punishing.name, found.punishing.unit, found.punishing.code) == ("县农业农村局", None, "")
