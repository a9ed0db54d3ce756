"""What a new stretch of track means for the patrol: its length, and the key places it came by."""

from uuid import UUID, uuid4

from backend.field.patrols.queries.track import Judged, judged_track, unmeasured
from backend.field.patrols.queries.visible import COLUMNS, FROM
from backend.field.patrols.rules.passings import KeyPlace, Passing, passed
from backend.field.patrols.rules.patrol import Patrol
from backend.foundation.database import batch, locking, row, rows, transaction
from backend.foundation.journal import record
from backend.foundation.now import now
from backend.foundation.preferences import preferences

_PASSED = "INSERT INTO passings (id, patrol, place, at, by_hand) VALUES (?, ?, ?, ?, FALSE)"


async def measure(patrol_id: UUID) -> None:
    """Run once the fixes are committed, so that whatever goes wrong here loses none; filing measures again."""
    found = await row("SELECT township FROM patrols WHERE id = ?", patrol_id)
    assert found is not None
    judged = await judged_track(patrol_id, now(), await preferences(found["township"]), late_too=False)
    async with transaction():
        locked = await row(f"SELECT {COLUMNS} {FROM} WHERE p.id = ?{locking('p')}", patrol_id)
        assert locked is not None
        patrol = Patrol(**locked)
        if patrol.open:
            await note_measured(patrol, judged)


async def catch_up() -> None:
    """Measure what was left unmeasured by a server that stopped between keeping fixes and measuring them."""
    for patrol_id in await unmeasured():
        await measure(patrol_id)


async def note_measured(patrol: Patrol, judged: Judged) -> None:
    """Write the length and the places passed, in the open transaction; nothing where more fixes were measured since."""
    written = await row(
        "UPDATE patrols SET length_m = ?, measured_fixes = ? WHERE id = ? AND measured_fixes <= ? RETURNING id",
        judged.length_m,
        judged.fixes,
        patrol.id,
        judged.fixes,
    )
    if written is None:
        return
    places = await rows(
        "SELECT id, name, lat, lon, radius_m FROM places WHERE township = ? AND active AND id NOT IN "
        "(SELECT place FROM passings WHERE patrol = ?)",
        patrol.township,
        patrol.id,
    )
    new = passed(judged.track, [KeyPlace(**entry) for entry in places])
    await batch((_PASSED, [uuid4(), patrol.id, passing.place.id, passing.at]) for passing in new)
    for passing in new:
        _note(patrol, passing)


def _note(patrol: Patrol, passing: Passing) -> None:
    record(
        "patrol.place_passed",
        chain=patrol.township,
        record=("patrol", patrol.id),
        by=None,
        payload={"place": passing.place.id, "name": passing.place.name, "at": passing.at, "by_hand": False},
    )
