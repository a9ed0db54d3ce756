"""Writing to a patrol's row: guarded by its version, with the index and the marks of overlap kept in step."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.field.patrols.queries.muster_roll import find_others
from backend.field.patrols.rules.overlaps import overlapping
from backend.field.patrols.rules.patrol import Patrol, Stay, present
from backend.foundation.database import engine_kind, row, rows
from backend.foundation.database.access import Statement
from backend.foundation.outbox import bumped
from backend.foundation.refusals import Refusal
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


def field_versions(patrol: Patrol) -> dict[str, int]:
    return msgspec.json.decode(patrol.field_versions, type=dict[str, int])


async def write(patrol: Patrol, changes: Mapping[str, Any], *, also: Iterable[str] = ()) -> Patrol:
    """Write `changes` over the version that was judged; `also` names changed fields kept elsewhere (crew).

    Refuses `conflict` when somebody was faster.
    """
    version = patrol.version + 1
    touched = dict.fromkeys([*(field for field in changes if field in CHANGEABLE), *also])
    stamps = msgspec.json.encode(bumped(field_versions(patrol), touched, version)).decode()
    values = {**changes, "version": version, "field_versions": stamps}
    written = await row(
        f"UPDATE patrols SET {', '.join(f'{name} = ?' for name in values)} WHERE id = ? AND version = ? "
        "RETURNING version",
        *values.values(),
        patrol.id,
        patrol.version,
    )
    if written is None:
        raise Refusal("conflict", "同一时刻有人先改了，刷新后再试")
    return replace(patrol, **values)


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
