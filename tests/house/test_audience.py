"""Live says the same as the pages: whoever may see a record hears of it, and nobody else does."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from uuid import UUID

import pytest

from backend.foundation.evidence.queries import seen_or_removed
from backend.foundation.people.identity import Person
from backend.foundation.records import circle_of, visible_among, visible_record
from backend.foundation.records.audience import tokens_of
from backend.foundation.refusals import Refusal
from tests.field.street import NOON
from tests.house.samples import PLAYERS, Names, gather
from tests.rig.cast import PROFILE, Cast, settle
from tests.rig.clock import Clock
from tests.rig.database import put_back
from tests.rig.stage import Stage

KINDS = (
    "patrol",
    "finding",
    "photo",
    "handoff",
    "hazard",
    "request",
    "request_party",
    "assist",
    "incident",
    "emergency",
    "emergency_entry",
    "checkin",
    "task",
    "roster",
    "shift",
    "swap",
    "spot_check",
    "campaign",
    "window",
    "leave",
    "borrowing",
    "officer",
    "equipment",
)
ASKED_TOGETHER = (
    "campaign",
    "emergency",
    "finding",
    "handoff",
    "hazard",
    "incident",
    "patrol",
    "request",
    "request_party",
    "task",
)
STRANGERS = ("linzhen",)


@pytest.fixture(scope="module")
async def known(open_house: Stage, password_hash: str) -> AsyncIterator[tuple[list[Person], Names, Names]]:
    """Everybody, and a record of each kind in the township and in the neighbouring one."""
    clock = Clock(open_house.folder / "data" / "clock")
    clock.at(NOON)
    await settle(PROFILE, password_hash)
    async with AsyncExitStack() as clients:
        samples = await gather(clients)
        people = [await Cast(clients).person(name) for name in (*PLAYERS.values(), *STRANGERS)]
        yield people, samples.own["officer"], samples.strange
    clock.run()
    await put_back(open_house)


@pytest.mark.parametrize("kind", KINDS)
async def test_whoever_sees_it_hears_of_it_and_nobody_else(
    known: tuple[list[Person], Names, Names], kind: str
) -> None:
    people, own, strange = known
    circle = circle_of(kind)
    assert circle is not None
    for record_id in (UUID(own[f"{kind}_id"]), UUID(strange[f"{kind}_id"])):
        audience = await circle.audience(record_id)
        assert audience is not None
        hears = {person.username for person in people if not audience.tokens.isdisjoint(tokens_of(person))}
        sees = {person.username for person in people if await is_seen(person, kind, record_id)}
        assert hears == sees
        assert len(sees) < len(people)


@pytest.mark.parametrize("kind", ASKED_TOGETHER)
async def test_of_many_asked_for_together_one_sees_the_same(
    known: tuple[list[Person], Names, Names], kind: str
) -> None:
    people, own, strange = known
    ids = [UUID(names[f"{kind}_id"]) for names in (own, strange)]
    seen = {person.username: await visible_among(person, kind, ids) for person in people}
    for person in people:
        alone = [await visible_record(person, kind, each) for each in ids]
        assert sorted(seen[person.username], key=str) == sorted(filter(None, alone), key=str)
    assert len(set(map(str, seen.values()))) > 1


async def is_seen(person: Person, kind: str, record_id: UUID) -> bool:
    if kind != "photo":
        return await visible_record(person, kind, record_id) is not None
    try:
        await seen_or_removed(person, record_id)
    except Refusal:
        return False
    return True
