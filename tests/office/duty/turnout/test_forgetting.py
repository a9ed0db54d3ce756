"""Where somebody stood is erased after the township's days; what came of it stays."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from backend.demo.organisation import officer_id, township_id
from backend.foundation.database import rows, transaction
from backend.foundation.journal.verification import verify_journal
from backend.foundation.leases import take
from backend.foundation.now import now
from backend.office.duty.turnout.commands.forgetting import LEASE, NAME, forget
from tests.field.street import NOON, Street
from tests.office.duty.turnout.at_post import INSIDE, TOWN_HALL, Post, at_market
from tests.rig.cast import Cast
from tests.rig.clock import Clock

MINUTE = timedelta(minutes=1)


async def came_and_was_asked(post: Post) -> str:
    """minjing signs in at the market and answers a spot check from the town hall; the check."""
    answer = await post.send("minjing", position=INSIDE)
    assert answer.status_code == 201, answer.text
    check = str(uuid4())
    await post.street.put("zhihui", f"/spot-checks/{check}", {"officer": "minjing"})
    answer = await post.street.post("minjing", f"/spot-checks/{check}/answer", {"position": TOWN_HALL})
    assert answer.status_code == 201, answer.text
    return check


async def kept() -> list[dict[str, Any]]:
    return await rows(
        "SELECT how, fence, distance_m, lat, lon FROM turnouts UNION ALL "
        "SELECT 'check', fence, distance_m, lat, lon FROM spot_checks"
    )


@pytest.mark.parametrize(("over", "erased"), [(timedelta(), 0), (MINUTE, 2)])
async def test_it_is_kept_no_longer_than_thirty_days(post: Post, over: timedelta, erased: int) -> None:
    await came_and_was_asked(post)
    post.street.clock.at(NOON + timedelta(days=30) + over)
    assert await forget() == erased
    assert sum(each["lat"] is None and each["lon"] is None for each in await kept()) == erased


async def test_how_it_was_shown_and_how_far_from_the_post_stays(post: Post) -> None:
    check = await came_and_was_asked(post)
    post.street.clock.at(NOON + timedelta(days=31))
    await forget()
    assert [(each["how"], each["fence"], each["distance_m"]) for each in await kept()] == [
        ("gps", "inside", 0),
        ("check", "outside", 464),
    ]
    found = (await post.street.get("zhihui", f"/spot-checks/{check}")).json()
    assert (found["fence"], found["distance_m"], found["position"]["lat"]) == ("outside", 464, None)
    shown = (await post.street.page("zhihui", f"/duty/checks/{check}")).text
    assert "坐标到期已删除" in shown
    assert "464米" in shown


async def test_each_township_keeps_it_for_its_own_days(post: Post) -> None:
    await came_and_was_asked(post)
    await rows(
        "INSERT INTO preferences (id, township, name, value, changed_by, changed_at) VALUES (?, ?, ?, '7', ?, ?)",
        uuid4(),
        township_id("sfz"),
        "duty.position_days",
        officer_id("guanli"),
        now(),
    )
    post.street.clock.at(NOON + timedelta(days=7) + MINUTE)
    assert await forget() == 2


async def test_again_there_is_nothing_left_to_erase(post: Post) -> None:
    await came_and_was_asked(post)
    post.street.clock.at(NOON + timedelta(days=31))
    assert (await forget(), await forget()) == (2, 0)


async def test_while_another_worker_is_at_it_nothing_is_done(post: Post) -> None:
    await came_and_was_asked(post)
    post.street.clock.at(NOON + timedelta(days=31))
    await take(NAME, now(), LEASE)
    assert await forget() == 0


async def test_of_several_workers_each_row_is_erased_once_and_the_chain_holds(
    clock: Clock, own_cast: Cast
) -> None:
    clock.at(NOON)
    async with transaction():
        post = await at_market(Street(own_cast, clock))
    await came_and_was_asked(post)
    clock.at(NOON + timedelta(days=31))
    assert sum(await asyncio.gather(*(forget() for _ in range(3)))) == 2
    walk = await verify_journal()
    assert (walk.erased, walk.fault) == (0, None)
    bodies = [each["body"] for each in await rows("SELECT body FROM payloads WHERE body IS NOT NULL")]
    assert bodies
    assert not [body for body in bodies if str(INSIDE["lat"]) in body or str(TOWN_HALL["lat"]) in body]
