"""Everything at one instant: each gets a sensible answer, and what is true afterwards is one story."""

import asyncio
from collections import Counter
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from backend.field.assists.commands.escalation import escalate
from backend.foundation.database import rows
from backend.foundation.journal import timeline
from tests.field.assists.calls import BY_RADIO, MARKET, Calls
from tests.field.street import NOON

SENSIBLE = {200, 201, 403, 409}
ENDINGS = ("resolved", "cancelled", "false_alarm")


async def at_once(calls: Calls, assist: str, *acts: tuple[str, str, Any]) -> list[int]:
    for who, _, _ in acts:  # signed in before, so that they really meet
        await calls.street.get(who, "/duty")
    answers = await asyncio.gather(
        *(calls.post(who, assist, noun, body, key=uuid4()) for who, noun, body in acts)
    )
    assert {answer.status_code for answer in answers} <= SENSIBLE, [answer.text for answer in answers]
    return [answer.status_code for answer in answers]


async def told(assist: str) -> Counter[str]:
    return Counter(each.kind for each in await timeline("assist", UUID(assist)))


async def test_a_call_put_many_times_at_once_is_one(own_calls: Calls) -> None:
    assist, body = str(uuid4()), {"position": MARKET}
    await own_calls.street.get("duiyuan", "/duty")
    answers = await asyncio.gather(
        *(own_calls.street.put("duiyuan", f"/assists/{assist}", body) for _ in range(6))
    )
    assert sorted(answer.status_code for answer in answers) == [200] * 5 + [201]
    assert await told(assist) == {"assist.raised": 1}


@pytest.mark.parametrize("other", ["cancellation", "resolution"])
async def test_cancelled_and_answered_at_once_it_is_over(own_calls: Calls, other: str) -> None:
    assist = await own_calls.raised()
    await at_once(
        own_calls,
        assist,
        ("minjing", "acknowledgement", {}),
        ("duiyuan", "cancellation", {"reason": "误触"}),
        ("suozhang", "departure", {}),
        ("zhihui", other, {"reason": "误报", "false_alarm": True} if other == "cancellation" else {}),
    )
    found = await own_calls.read("minjing", assist)
    assert found["state"] in ENDINGS
    heard = await told(assist)
    assert sum(heard[f"assist.{ending}"] for ending in ENDINGS) == 1
    assert found["next_at"] is None


async def test_resolved_by_three_at_once_it_is_resolved_once(own_calls: Calls) -> None:
    assist = await own_calls.under_way()
    done: list[tuple[str, str, Any]] = [(who, "resolution", {}) for who in ("minjing", "suozhang", "zhihui")]
    assert sorted(await at_once(own_calls, assist, *done)) == [200, 200, 201]
    assert (await told(assist))["assist.resolved"] == 1


async def test_answered_at_the_moment_a_step_falls_due_by_several_workers(own_calls: Calls) -> None:
    assist = await own_calls.raised()
    own_calls.street.clock.at(NOON + timedelta(seconds=60))
    answering = at_once(
        own_calls,
        assist,
        ("minjing", "acknowledgement", {}),
        ("zhihui", "acknowledgement", BY_RADIO),
        ("suozhang", "arrival", {}),
    )
    _, taken = await asyncio.gather(answering, asyncio.gather(*(escalate() for _ in range(4))))
    given = await rows("SELECT step FROM assist_escalations")
    assert (await told(assist))["assist.escalated"] == len(given) == sum(taken) <= 1
    found = await own_calls.read("duiyuan", assist)
    assert (found["state"], found["next_at"]) == ("arrived", None)
    assert Counter(each["username"] for each in found["responders"]) == {"minjing": 1, "suozhang": 1}


async def test_handed_over_and_answered_at_once_somebody_comes(own_calls: Calls) -> None:
    assist = await own_calls.acknowledged()
    await at_once(
        own_calls,
        assist,
        ("minjing", "handover", {"to": "suozhang"}),
        ("suozhang", "acknowledgement", {}),
        ("minjing", "withdrawal", {}),
        ("minjing", "handover", {"to": "suozhang"}),
    )
    found = await own_calls.read("duiyuan", assist)
    coming = {each["username"]: each["active"] for each in found["responders"]}
    assert (coming["suozhang"], coming["minjing"], found["state"]) == (True, False, "acknowledged")
