"""Settings of a township: the default until it says otherwise, for itself alone."""

from uuid import UUID, uuid4

import pytest

from backend.foundation.database import execute
from backend.foundation.now import now
from backend.foundation.preferences import DEFINITIONS, Definition, in_force, preference, preferences
from tests.rig.database import RolledBack

OURS, THEIRS = UUID(int=1), UUID(int=2)
NAME = "track.gap_seconds"


async def put(township: UUID, name: str, value: int) -> None:
    await execute(
        "INSERT INTO preferences (id, township, name, value, changed_by, changed_at) VALUES (?, ?, ?, ?, ?, ?)",
        uuid4(),
        township,
        name,
        str(value),
        UUID(int=9),
        now(),
    )


async def test_nothing_said_is_the_default(database: RolledBack) -> None:
    assert await preference(OURS, NAME) == DEFINITIONS[NAME].default
    assert await preference(None, NAME) == DEFINITIONS[NAME].default
    assert await preferences(OURS) == {name: each.default for name, each in DEFINITIONS.items()}


async def test_what_a_township_set_holds_for_it_alone(database: RolledBack) -> None:
    await put(OURS, NAME, 300)
    assert await preference(OURS, NAME) == (await preferences(OURS))[NAME] == 300
    assert await preference(THEIRS, NAME) == (await preferences(THEIRS))[NAME] == DEFINITIONS[NAME].default


async def test_a_setting_that_no_longer_exists_changes_nothing(database: RolledBack) -> None:
    await put(OURS, "track.colour", 7)
    assert await preferences(OURS) == await preferences(THEIRS)


async def test_a_name_nobody_knows_is_a_mistake(database: RolledBack) -> None:
    with pytest.raises(KeyError):
        await preference(OURS, "track.colour")


def test_numbers_come_back_as_text_or_as_numbers() -> None:
    assert (
        in_force([{"name": NAME, "value": "90"}])[NAME] == in_force([{"name": NAME, "value": 90}])[NAME] == 90
    )


@pytest.mark.parametrize("definition", DEFINITIONS.values(), ids=lambda definition: definition.name)
def test_each_default_lies_within_its_own_bounds(definition: Definition) -> None:
    assert definition.least < definition.most
    assert definition.least <= definition.default <= definition.most
    assert definition.unit
    assert definition.words
    assert definition.why
