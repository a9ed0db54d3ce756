"""Of two who write over the same version of a record one writes, and the other is told."""

from dataclasses import dataclass
from uuid import UUID

import pytest

from backend.foundation.database import row
from backend.foundation.outbox import field_versions, stamped, write_over
from backend.foundation.refusals import Refusal
from tests.rig.cast import Cast


@dataclass(frozen=True)
class Kept:
    """A record as it was read; any table with a version will do."""

    id: UUID
    version: int
    name: str
    field_versions: str = '{"title":1,"summary":3}'


async def kept(cast: Cast) -> Kept:
    person = await cast.person("duiyuan")
    found = await row("SELECT id, version, name FROM officers WHERE id = ?", person.id)
    assert found is not None
    return Kept(**found)


async def test_what_is_written_over_the_version_that_was_judged_is_the_next_version(cast: Cast) -> None:
    judged = await kept(cast)
    written = await write_over("officers", judged, {"name": "程一诺"})
    assert (written.version, written.name) == (judged.version + 1, "程一诺")
    assert await kept(cast) == written


async def test_who_writes_over_an_older_version_is_told_and_changes_nothing(cast: Cast) -> None:
    judged = await kept(cast)
    faster = await write_over("officers", judged, {"name": "程一诺"})
    with pytest.raises(Refusal) as refused:
        await write_over("officers", judged, {"name": "沈禾"})
    assert refused.value.code == "conflict"
    assert await kept(cast) == faster


def test_only_the_fields_written_are_of_the_new_version() -> None:
    judged = Kept(UUID(int=1), 4, "")
    written = Kept(judged.id, 5, "", **stamped(judged, ["title"]))
    assert field_versions(written) == {"title": 5, "summary": 3}
