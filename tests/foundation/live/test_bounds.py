"""No credential holds all the streams, and no reader that takes nothing keeps one for ever."""

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from backend.foundation.live import Hub, Listener
from backend.foundation.live import listener as listening
from backend.foundation.people.identity import Person
from backend.foundation.web.live import _Stream
from tests.foundation.live.listening import House, home, ring
from tests.rig.patience import PATIENCE_S


@pytest.mark.parametrize(
    ("session", "most"), [(None, listening.MOST_OF_TOKEN), ("s", listening.MOST_OF_SESSION)]
)
async def test_with_one_credential_only_so_many_are_open_and_the_longest_there_goes(
    officer: Person, here: House, session: str | None, most: int
) -> None:
    person = replace(officer, session_id=session)
    first = await here.listen(person, credential="one")
    another = await here.listen(person, credential="another")
    for _ in range(most - 1):
        await here.hub.join(Listener(person, "one"), "")
    assert len(here.hub.listeners) == most + 1
    await here.listen(person, credential="one")
    await first.until_ended()
    assert len(here.hub.listeners) == most + 1
    entry = await ring(home(person))
    assert (await another.until(1)).seqs == [entry.seq]


async def test_who_has_left_makes_room_for_the_next(officer: Person, here: House) -> None:
    person = replace(officer, session_id="s")
    stays = await here.listen(person, credential="one")
    for _ in range(listening.MOST_OF_SESSION * 2):
        await here.leave(await here.listen(person, credential="one"))
    await ring(home(person))
    await stays.until(1)
    await here.leave(stays)
    assert here.hub._with == {}


async def answering(officer: Person, hub: Hub) -> "asyncio.Task[None]":
    """A stream whose reader takes nothing of what it is told."""
    never, begun = asyncio.Event(), asyncio.Event()

    async def send(message: Any) -> None:
        if message["type"] == "http.response.body":
            begun.set()
            await never.wait()

    async def receive() -> Any:
        await never.wait()

    listener = Listener(officer, "phone")
    answer = asyncio.create_task(_Stream(hub, listener, "").answer({}, receive, send))  # type: ignore[arg-type]
    async with asyncio.timeout(PATIENCE_S):
        await begun.wait()
    assert hub.listeners == [listener]
    return answer


async def test_a_reader_that_takes_nothing_is_left_when_its_stream_ends(
    officer: Person, here: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listening, "PATIENCE_S", 0.01)
    answer = await answering(officer, here.hub)
    here.hub.end(credential="phone")
    async with asyncio.timeout(PATIENCE_S):
        await answer
    assert here.hub.listeners == []


async def test_an_answer_that_is_broken_off_ends_as_broken_off(officer: Person, here: House) -> None:
    answer = await answering(officer, here.hub)
    answer.cancel()
    await asyncio.wait([answer], timeout=PATIENCE_S)
    assert answer.cancelled()
    assert here.hub.listeners == []
