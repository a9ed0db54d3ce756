"""Writing to a patrol's row: guarded by its version, with the index and the marks of overlap kept in step."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from backend.field.patrols.queries.muster_roll import find_others
from backend.field.patrols.rules.overlaps import overlapping
from backend.field.patrols.rules.patrol import Patrol, Stay, present
from backend.foundation.database import engine_kind, rows
from backend.foundation.database.access import Statement
from backend.foundation.outbox import stamped, write_over
from backend.foundation.search import indexing

CHANGEABLE = (
    "kind",
    "title",
    "planned_route",
    "planned_from",
    "planned_until",
    "started_at",
    "ended_at",
    "summary",
    "crew",
)
LONGEST_NAMES = 400


async def write(patrol: Patrol, changes: Mapping[str, Any], *, also: Iterable[str] = ()) -> Patrol:
    """Write `changes` over the version that was judged; `also` names changed fields kept elsewhere (crew).

    Refuses `conflict` when somebody was faster.
    """
    touched = [*(field for field in changes if field in CHANGEABLE), *also]
    return await write_over("patrols", patrol, {**changes, **stamped(patrol, touched)})


async def overlaps(
    patrol: Patrol, crew: Sequence[Stay], at: datetime, *, ended_at: datetime | None = None
) -> bool:
    """Whether somebody present also walks another patrol at that time; those are marked too."""
    if patrol.started_at is None:
        return False
    names = {stay.username for stay in present(crew)}
    ran = (patrol.started_at, ended_at or patrol.ended_at)
    found = overlapping(*ran, await find_others(patrol.township, patrol.id, names, ran, at))
    if found:
        await rows(*_flat(marking(found)))
    return bool(found)


def marking(patrols: Collection[UUID]) -> Statement:
    """The statement that marks others as overlapping. One that is being changed right now marks itself: waiting for
    it here while it waits for us would stop both."""
    marks = ", ".join("?" * len(patrols))
    skip = "" if engine_kind() == "sqlite" else " FOR UPDATE SKIP LOCKED"
    chosen = f"SELECT id FROM patrols WHERE id IN ({marks}) AND NOT overlapping AND filed_at IS NULL{skip}"
    return (f"UPDATE patrols SET overlapping = TRUE WHERE id IN ({chosen})", list(patrols))


def indexed(patrol: Patrol, crew: Iterable[Stay]) -> Statement:
    """Makes the patrol findable by its own words and its crew's names; findings are found by theirs."""
    names = dict.fromkeys(stay.name for stay in crew)
    words = [
        patrol.title,
        patrol.number or "",
        patrol.unit_names,
        *names,
        patrol.planned_route,
        patrol.summary,
    ]
    return indexing("patrol", patrol.id, patrol.township, words)


def _flat(statement: Statement) -> tuple[Any, ...]:
    sql, args = statement
    return (sql, *args)
