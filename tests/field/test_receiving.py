"""Exactly once: also when the same thing arrives twenty times at one instant."""

import asyncio
from uuid import uuid4

from backend.foundation.database import row, rows
from backend.foundation.journal.verification import verify_journal
from tests.field.street import Street, ago, count, patrol_body


async def test_twenty_equal_puts_at_once_make_one_patrol(own_street: Street) -> None:
    path = f"/patrols/{uuid4()}"
    answers = await asyncio.gather(*(own_street.put("duiyuan", path, patrol_body()) for _ in range(20)))
    assert sorted(answer.status_code for answer in answers) == [200] * 19 + [201]
    assert len({answer.json()["receipt"]["signature"] for answer in answers}) == 1
    assert (await count("patrols"), await count("events")) == (1, 1)


async def test_twenty_different_puts_of_one_id_leave_one_content(own_street: Street) -> None:
    path = f"/patrols/{uuid4()}"
    answers = await asyncio.gather(
        *(own_street.put("duiyuan", path, patrol_body(title=f"{each}")) for each in range(20))
    )
    assert sorted(answer.status_code for answer in answers) == [201] + [409] * 19
    [kept] = await rows("SELECT title FROM patrols")
    first = next(answer for answer in answers if answer.status_code == 201)
    assert kept["title"] == first.json()["title"]


async def test_twenty_posts_under_one_key_write_one_addendum(own_street: Street) -> None:
    patrol_id, key = await own_street.filed(), uuid4()
    path = f"/patrols/{patrol_id}/addenda"
    answers = await asyncio.gather(
        *(own_street.post("duiyuan", path, {"text": "更正"}, key=key) for _ in range(20))
    )
    assert sorted(answer.status_code for answer in answers) == [200] * 19 + [201]
    assert await count("addenda") == 1


async def test_changes_of_different_fields_at_once_all_arrive(own_street: Street) -> None:
    patrol_id = await own_street.patrol()
    changes = [{"title": "甲"}, {"summary": "乙"}, {"planned_route": "丙"}, {"started_at": ago(hours=1)}]
    answers = await asyncio.gather(
        *(own_street.patch("duiyuan", f"/patrols/{patrol_id}", change | {"base": 1}) for change in changes)
    )
    assert [answer.status_code for answer in answers] == [200] * 4
    found = (await own_street.get("duiyuan", f"/patrols/{patrol_id}")).json()
    assert (found["title"], found["summary"], found["planned_route"], found["version"]) == (
        "甲",
        "乙",
        "丙",
        5,
    )


async def test_the_journal_holds_what_the_receipts_say(own_street: Street) -> None:
    patrol_id = await own_street.ended()
    await asyncio.gather(*(own_street.finding(patrol_id) for _ in range(5)))
    answer = await own_street.post("duiyuan", f"/patrols/{patrol_id}/filing")
    seq, head = answer.json()["receipt"]["journal"]
    event = await row("SELECT kind, head FROM events WHERE seq = ?", seq)
    assert event == {"kind": "patrol.filed", "head": head}
    walk = await verify_journal()
    assert (walk.events, walk.receipts, walk.fault) == (7, 7, None)


async def test_patrols_of_the_same_people_at_once_are_all_taken_and_marked(own_street: Street) -> None:
    putting = [own_street.put("duiyuan", f"/patrols/{uuid4()}", patrol_body()) for _ in range(20)]
    answers = await asyncio.gather(*putting)
    assert {answer.status_code for answer in answers} == {201}
    marked = await rows("SELECT COUNT(*) AS patrols FROM patrols WHERE overlapping")
    assert marked[0]["patrols"] >= 19


async def test_patrols_of_the_same_people_started_at_once_do_not_wait_for_each_other(
    own_street: Street,
) -> None:
    plans = [await own_street.patrol(started_at=None, planned_from=ago()) for _ in range(10)]
    starting = [own_street.post("duiyuan", f"/patrols/{each}/start") for each in plans]
    answers = await asyncio.wait_for(asyncio.gather(*starting), timeout=30)
    assert {answer.status_code for answer in answers} == {201}


async def test_a_pause_resumed_by_several_at_once_is_resumed_once(own_street: Street) -> None:
    patrol_id = await own_street.paused()
    path = f"/patrols/{patrol_id}/resumption"
    answers = await asyncio.gather(*(own_street.post("duiyuan", path, {}) for _ in range(8)))
    assert sorted(answer.status_code for answer in answers) == [*[200] * 7, 201]
