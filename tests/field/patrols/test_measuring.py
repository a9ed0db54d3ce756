"""The length of a track is measured once its fixes are safe; what a power cut came between is made up for."""

from typing import Any
from uuid import UUID

import pytest

from backend.field.patrols.commands.measuring import catch_up, note_measured
from backend.field.patrols.queries.track import judged_track, unmeasured
from backend.field.patrols.queries.visible import load
from backend.field.patrols.running import caught_up, close_patrols, open_patrols
from backend.foundation.database import rows
from backend.foundation.now import now
from backend.foundation.preferences import preferences
from tests.field.patrols.test_track import walk
from tests.field.street import Street
from tests.rig.database import RolledBack


async def track(street: Street, patrol: str, *seqs: int) -> None:
    answer = await street.post("duiyuan", f"/patrols/{patrol}/track", walk(*seqs))
    assert answer.status_code == 201, answer.text


async def length_of(street: Street, patrol: str) -> Any:
    return (await street.get("duiyuan", f"/patrols/{patrol}")).json()["length_m"]


async def test_fixes_that_were_kept_and_never_measured_are_measured_at_the_next_start(
    own_street: Street,
) -> None:
    patrol = await own_street.patrol()
    await track(own_street, patrol, *range(10))
    # As it stands where the power goes before the measuring.
    await rows("UPDATE patrols SET length_m = 0, measured_fixes = 0 WHERE id = ?", UUID(patrol))
    await open_patrols()
    await caught_up()
    await close_patrols()
    assert await length_of(own_street, patrol) == pytest.approx(99.7, abs=0.3)


async def test_what_was_measured_is_not_measured_again(street: Street, database: RolledBack) -> None:
    patrol = await street.patrol()
    await track(street, patrol, *range(10))
    assert await unmeasured() == [UUID(patrol)]
    await database.committed()
    assert await unmeasured() == []


async def test_a_patrol_without_fixes_or_with_late_ones_alone_has_nothing_to_measure(street: Street) -> None:
    await street.patrol()
    await track(street, await street.filed(), *range(3))
    assert await unmeasured() == []


async def test_a_filed_patrol_keeps_the_length_it_was_filed_with(street: Street) -> None:
    patrol = await street.ended()
    await track(street, patrol, *range(10))
    await street.post("duiyuan", f"/patrols/{patrol}/filing")
    filed_with = await length_of(street, patrol)
    await track(street, patrol, *range(10, 20))
    await catch_up()
    assert await length_of(street, patrol) == filed_with


async def test_a_measuring_that_took_long_does_not_undo_a_newer_one(
    street: Street, database: RolledBack
) -> None:
    patrol = await street.patrol()
    person = await street.cast.person("duiyuan")
    await track(street, patrol, *range(5))
    slow = await judged_track(UUID(patrol), now(), await preferences(person.township_id), late_too=False)
    await track(street, patrol, *range(5, 10))
    await database.committed()
    newer = await length_of(street, patrol)
    await note_measured((await load(person, UUID(patrol))).patrol, slow)
    assert await length_of(street, patrol) == newer > slow.length_m
