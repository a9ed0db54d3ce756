"""撤回 of a call that its phone gave up and the network still has under way: it does not ring when it comes."""

import asyncio
from uuid import UUID, uuid4, uuid5

import pytest
from msgspec import convert

from backend.field.assists.bodies import AssistBody
from backend.field.assists.commands.raising import call_for
from backend.foundation.journal import timeline
from tests.field.assists.calls import Calls, call_body
from tests.field.street import NOON, code_of, patrol_body

WRONG = {"reason": "误触"}


async def told(assist: str) -> list[str]:
    return [each.kind for each in await timeline("assist", UUID(assist))]


async def test_taken_back_before_it_came_it_is_gone_when_it_comes(calls: Calls) -> None:
    assist = str(uuid4())
    assert code_of(await calls.post("duiyuan", assist, "cancellation", WRONG)) == (404, "not_found")
    for _ in range(2):
        answer = await calls.street.put("duiyuan", f"/assists/{assist}", call_body())
        assert code_of(answer) == (410, "gone")
    assert code_of(await calls.street.get("minjing", f"/assists/{assist}")) == (404, "not_found")
    assert await told(assist) == ["assist.forestalled"]


async def test_the_next_call_rings(calls: Calls) -> None:
    await calls.post("duiyuan", str(uuid4()), "cancellation", WRONG)
    assert (await calls.read("minjing", await calls.raised()))["state"] == "raised"


async def test_taken_back_twice_it_is_noted_once(calls: Calls) -> None:
    assist = str(uuid4())
    for _ in range(2):
        await calls.post("duiyuan", assist, "cancellation", WRONG)
    assert await told(assist) == ["assist.forestalled"]


@pytest.mark.parametrize("who", ["linzhen", "minjing", "guanli"])
async def test_nobody_else_takes_it_back_before_it_came(calls: Calls, who: str) -> None:
    assist = str(uuid4())
    assert code_of(await calls.post(who, assist, "cancellation", WRONG)) == (404, "not_found")
    answer = await calls.street.put("duiyuan", f"/assists/{assist}", call_body())
    assert (answer.status_code, answer.json()["state"]) == (201, "raised")


async def test_an_id_that_was_given_to_something_else_takes_nothing_back(calls: Calls) -> None:
    """Whoever sends chooses ids; a call is refused for no such reason."""
    assist = uuid4()
    officer = (await calls.street.cast.person("duiyuan")).id
    taken = uuid5(assist, f"forestalled by {officer}")
    assert (await calls.street.put("duiyuan2", f"/patrols/{taken}", patrol_body())).status_code == 201
    answer = await calls.street.put("duiyuan", f"/assists/{assist}", call_body())
    assert (answer.status_code, answer.json()["state"]) == (201, "raised")


async def test_a_stranger_takes_back_nothing_that_is_there(calls: Calls) -> None:
    assist = await calls.raised()
    assert code_of(await calls.post("linzhen", assist, "cancellation", WRONG)) == (404, "not_found")
    assert await told(assist) == ["assist.raised"]


async def test_nor_what_the_server_called_for(calls: Calls) -> None:
    assist, body = uuid4(), convert(call_body(), AssistBody)
    person = await calls.street.cast.person("duiyuan")
    await call_for(person, assist, body, ("patrol", uuid4()), due_at=NOON, at=NOON)
    assert code_of(await calls.post("linzhen", str(assist), "cancellation", WRONG)) == (404, "not_found")
    assert await told(str(assist)) == ["assist.raised"]


async def test_without_a_reason_nothing_is_forestalled(calls: Calls) -> None:
    assist = str(uuid4())
    assert code_of(await calls.post("duiyuan", assist, "cancellation", {})) == (422, "assist_reason_needed")
    assert (await calls.street.put("duiyuan", f"/assists/{assist}", call_body())).status_code == 201


async def test_come_and_taken_back_at_once_it_rings_for_nobody(own_calls: Calls) -> None:
    for _ in range(6):
        assist = str(uuid4())
        came, taken = await asyncio.gather(
            own_calls.street.put("duiyuan", f"/assists/{assist}", call_body()),
            own_calls.post("duiyuan", assist, "cancellation", WRONG),
        )
        assert (came.status_code, taken.status_code) in {(201, 201), (410, 404)}
        if came.status_code == 201:
            assert (await own_calls.read("minjing", assist))["state"] == "cancelled"
