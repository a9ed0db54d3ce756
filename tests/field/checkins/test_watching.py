"""Nobody says that they are well: reminded at the first miss, helped at the second; once, dated at the limit."""

from datetime import datetime, timedelta
from uuid import UUID, uuid5

import pytest

from backend.field.checkins.commands.watching import take_step
from backend.field.checkins.rules.words import Step
from backend.foundation import leases
from backend.foundation.database import row, rows, transaction
from backend.foundation.journal import Moment, timeline
from backend.foundation.leases import steps
from backend.foundation.leases.steps import LEASE
from backend.foundation.now import now
from tests.field.assists.calls import Calls
from tests.field.checkins.visits import MARKET, Visits
from tests.field.street import NOON, ago
from tests.rig.meanwhile import meanwhile


async def taken(visit: str) -> list[Moment]:
    """What the server did by itself."""
    return [each for each in await timeline("checkin", UUID(visit)) if each.actor_name == "系统"]


async def assists() -> list[dict[str, object]]:
    return await rows("SELECT id FROM assists")


async def next_of(visit: str) -> tuple[UUID, datetime, Step]:
    found = await row("SELECT id, next_at, next_step FROM checkins WHERE id = ?", UUID(visit))
    assert found is not None
    return found["id"], found["next_at"], found["next_step"]


async def test_each_step_comes_at_its_limit_and_once(visits: Visits) -> None:
    visit = await visits.begun()
    eve = 1 / 60_000  # a thousandth of a second, in minutes
    moments = (30 - eve, 30, 30, 35 - eve, 35, 40 - eve, 40, 40, 90)
    assert await visits.looked(*moments) == [0, 1, 0, 0, 1, 0, 1, 0, 0]
    assert [each.kind for each in await taken(visit)] == ["checkin.due", "checkin.missed", "checkin.help"]


async def test_the_colours_go_with_the_steps(visits: Visits) -> None:
    visit, seen = await visits.begun(), []
    for minutes in (29, 30, 35, 40):
        await visits.looked(minutes)
        seen.append((await visits.read("zhihui", visit))["state"])
    assert seen == ["green", "amber", "red", "called"]


async def test_the_visitor_alone_is_reminded_first_then_their_chief_too(visits: Visits) -> None:
    visit = await visits.begun()
    await visits.looked(30)
    assert await visits.told(visit) == [("duiyuan", "该报平安了", False)]
    await visits.looked(35)
    assert (await visits.told(visit))[1:] == [
        ("duiyuan", "沈禾没有报平安", True),
        ("duizhang", "沈禾没有报平安", True),
    ]


@pytest.mark.parametrize(
    ("who", "told"), [("minjing", {"minjing", "suozhang"}), ("ziran", {"ziran", "zhihui"})]
)
async def test_who_has_no_captain_has_a_chief_or_the_dispatcher(
    visits: Visits, who: str, told: set[str]
) -> None:
    visit = await visits.begun(who)
    await visits.looked(30, 35)
    assert {name for name, _, urgent in await visits.told(visit) if urgent} == told


async def test_the_second_miss_calls_for_help_in_the_visitors_name(visits: Visits) -> None:
    calls = Calls(visits.street)
    await calls.on_duty("minjing")
    visit = await visits.begun(note="同去的没有别人")
    await visits.looked(40)
    [made] = await assists()
    found = await calls.read("minjing", str(made["id"]))
    assert (found["raised_by"], found["severity"], found["reason"]) == (
        "duiyuan",
        "emergency",
        "没有报平安",
    )
    assert found["origin"] == {"kind": "checkin", "id": visit}
    assert (found["position"]["lat"], found["position"]["lon"]) == (MARKET["lat"], MARKET["lon"])
    assert "河滩料场，夜间检查，最后一次平安12:00。同去的没有别人" in found["note"]
    [raised] = await timeline("assist", UUID(str(made["id"])))
    assert (raised.actor_name, (raised.payload or {})["told"]) == ("系统", ["minjing"])


async def test_the_call_leads_to_the_visit_and_back_also_when_both_are_over(visits: Visits) -> None:
    visit = await visits.begun()
    await visits.looked(40)
    [made] = await assists()

    async def shown(who: str, path: str) -> str:
        answer = await visits.street.page(who, path)
        assert answer.status_code == 200, answer.text
        return answer.text

    assert f'href="/assists/{made["id"]}"' in await shown("duiyuan", f"/checkins/{visit}")
    assert f'href="/checkins/{visit}"' in await shown("duiyuan", f"/assists/{made['id']}")
    assert f'href="/checkins/{visit}"' not in await shown("minjing", f"/assists/{made['id']}")
    await visits.do("duiyuan", visit, "ending")
    assert f'href="/assists/{made["id"]}"' in await shown("zhihui", f"/checkins/{visit}")


async def test_it_is_dated_at_the_limit_however_late_it_is_noticed(visits: Visits) -> None:
    visit = await visits.begun()
    assert await visits.looked(300) == [3]
    dated = [each.made_at for each in await taken(visit)]
    assert dated == [NOON + timedelta(minutes=after) for after in (30, 35, 40)]
    [made] = await rows("SELECT raised_at FROM assists")
    assert made["raised_at"] == NOON + timedelta(minutes=40)


@pytest.mark.parametrize("after", [29, 34, 39])
async def test_a_word_before_the_limit_starts_all_over(visits: Visits, after: int) -> None:
    visit = await visits.begun()
    await visits.looked(after)
    await visits.do("duiyuan", visit, "oks")
    assert await visits.looked(after + 29) == [0]
    assert (await visits.read("duiyuan", visit))["state"] == "green"
    assert await assists() == []


async def test_a_word_after_the_call_is_noted_and_stops_nobody(visits: Visits) -> None:
    visit = await visits.begun()
    await visits.looked(40, 41)
    found = await visits.do("duiyuan", visit, "oks")
    assert (found["state"], found["well_at"]) == ("called", ago(minutes=-41))
    assert await visits.looked(71, 80, 90) == [0, 0, 0]
    assert len(await assists()) == 1


async def test_a_drill_calls_for_a_drill(visits: Visits) -> None:
    await visits.begun(exercise=True)
    await visits.looked(40)
    [made] = await rows("SELECT status FROM assists")
    assert made["status"] == "exercise"


async def test_without_any_position_help_is_called_all_the_same(visits: Visits) -> None:
    await visits.begun(position=None)
    await visits.looked(40)
    [made] = await rows("SELECT lat, position_marks FROM assists")
    assert made["lat"] is None


async def test_the_township_sets_grace_and_second_wait(visits: Visits) -> None:
    for name, minutes in (("grace_minutes", 2), ("second_minutes", 3)):
        await visits.street.cast.prefer(f"checkin.{name}", minutes)
    await visits.begun()
    assert await visits.looked(30, 31.9, 32, 34.9, 35) == [1, 0, 1, 0, 1]


async def test_one_worker_acts_at_a_time_and_a_dead_one_is_replaced(
    visits: Visits, monkeypatch: pytest.MonkeyPatch
) -> None:
    await visits.begun()
    visits.street.clock.at(NOON + timedelta(minutes=30))
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr("os.getpid", lambda: -1)
        assert await leases.take("checkins", now(), LEASE)
    assert await visits.looked(30) == [0]
    assert await visits.looked(31) == [1]


async def test_two_workers_that_both_act_call_once(own_visits: Visits) -> None:
    visit = await own_visits.begun()
    await own_visits.looked(30, 35)
    due = await next_of(visit)
    async with transaction():
        assert await take_step(*due)
        other = await meanwhile(take_step(*due))
    assert await other is False
    assert len(await assists()) == 1


async def test_a_word_that_comes_first_stops_the_call(own_visits: Visits) -> None:
    visit = await own_visits.begun()
    await own_visits.looked(30, 35)
    due = await next_of(visit)
    await own_visits.do("duiyuan", visit, "oks")
    assert await take_step(*due) is False
    assert await assists() == []


async def test_what_fails_is_rolled_back_whole_and_stops_no_other(
    visits: Visits, caplog: pytest.LogCaptureFixture
) -> None:
    broken, _ = await visits.begun(), await visits.begun("duizhang")
    await rows(
        "UPDATE checkins SET interval_minutes = 2147483647, grace_minutes = 2147483647 WHERE id = ?",
        UUID(broken),
    )
    assert await visits.looked(30) == [1]
    assert [each.kind for each in await taken(broken)] == []


async def test_nor_do_many_that_fail_as_often_as_they_are_tried(
    visits: Visits, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(steps, "BATCH", 2)
    for who in ("duizhang", "xieguan", "minjing"):
        broken = await visits.begun(who)
        await rows(
            "UPDATE checkins SET interval_minutes = 2147483647, grace_minutes = 2147483647 WHERE id = ?",
            UUID(broken),
        )
    visits.street.clock.later(seconds=1)
    await visits.begun()
    assert await visits.looked(30, 31, 32) == [0, 1, 0]


async def test_a_call_somebody_made_before_does_not_stand_in_its_way(visits: Visits) -> None:
    visit = await visits.begun()
    await Calls(visits.street).street.put("minjing", f"/assists/{uuid5(UUID(visit), 'help')}", {})
    assert await visits.looked(90) == [3]
    assert len(await assists()) == 2


async def test_a_visit_begun_without_a_network_is_waited_for_from_its_arrival(visits: Visits) -> None:
    visits.street.clock.at(NOON + timedelta(hours=3))
    visit = await visits.begun(made_at=ago(seconds=0))
    found = await visits.read("duiyuan", visit)
    assert (found["begun_at"], found["due_at"]) == (ago(seconds=0), ago(minutes=-180))
    assert await visits.looked(180, 184, 185, 189, 190) == [1, 0, 1, 0, 1]


async def test_a_visit_that_ended_before_it_arrived_calls_nobody(visits: Visits) -> None:
    visits.street.clock.at(NOON + timedelta(hours=3))
    visit = await visits.begun(made_at=ago(seconds=0))
    await visits.do("duiyuan", visit, "oks", {"at": ago(minutes=-20)})
    ended = await visits.do("duiyuan", visit, "ending", {"at": ago(minutes=-45)})
    assert (ended["well_at"], ended["ended_at"]) == (ago(minutes=-20), ago(minutes=-45))
    assert await visits.looked(181, 300) == [0, 0]
    assert await assists() == []
