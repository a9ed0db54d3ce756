"""Changing an open patrol: fields given replace, null clears, different fields merge."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

import msgspec

from backend.field.patrols.bodies import PatrolChange
from backend.field.patrols.commands.acting import Noun, act_on, changers, noted
from backend.field.patrols.commands.crew import enter, joining_moment, keep_step, take_out
from backend.field.patrols.commands.pauses import close_pause
from backend.field.patrols.commands.writing import CHANGEABLE, indexed, write
from backend.field.patrols.queries.muster_roll import find_people
from backend.field.patrols.queries.visible import Muster
from backend.field.patrols.rules import crew as crew_rules
from backend.field.patrols.rules import times
from backend.field.patrols.rules.patrol import Patrol, Stay, names_of, present, sort_moment
from backend.field.patrols.sentences import changed_words
from backend.foundation.database import batch, rows
from backend.foundation.journal import Entry
from backend.foundation.outbox import Merge, Received, Sender, field_versions, merge
from backend.foundation.refusals import Refusal

_TEXTS = frozenset({"planned_route", "summary"})
_TIMES = frozenset({"started_at", "ended_at"})


async def change(sender: Sender, patrol_id: UUID, body: PatrolChange) -> Received:
    """PATCH. Refuses `changed_elsewhere` with the current values, `filed`, `patrol_not_open` and what PUT refuses.

    Without `base` the last write wins and the patrol is marked `overwritten`.
    """
    given = given_fields(body)
    times.happened(sender, {name: given[name] for name in ("started_at", "ended_at") if name in given})

    for name in _TIMES & given.keys():
        given[name], _ = times.counted(sender, given[name], None)

    async def work(muster: Muster) -> Entry | None:
        merged = _merge(muster, given, body.base)
        if not merged.changes:
            return None
        before = current(muster)
        await _apply(sender, muster, merged)
        return noted(sender, muster.patrol, "patrol.changed", merged.told(before, body.base), body.made_at)

    async def late(_: Muster) -> str:
        wanted = await find_people(sender.person, given["crew"]) if "crew" in given else []
        return f"更正：{changed_words(given, names_of(wanted))}"

    noun = Noun("change", changers, late=late, status=200)
    return await act_on(sender, patrol_id, noun, body, work, said=body.made_at)


def given_fields(body: PatrolChange) -> dict[str, Any]:
    """The fields the caller named, as the row keeps them: null clears, texts become empty, the crew is a set in order."""
    given: dict[str, Any] = {}
    for name in CHANGEABLE:
        value = getattr(body, name)
        if value is msgspec.UNSET:
            continue
        given[name] = ("" if value is None else value) if name in _TEXTS else value
    if "crew" in given:
        given["crew"] = sorted(set(given["crew"]))
    return given


def current(muster: Muster) -> dict[str, Any]:
    """The values a change is compared with."""
    values = {name: getattr(muster.patrol, name) for name in CHANGEABLE if name != "crew"}
    return values | {"crew": sorted({stay.username for stay in present(muster.crew)})}


def _merge(muster: Muster, given: Mapping[str, Any], base: int | None) -> Merge:
    patrol = muster.patrol
    merged = merge(current(muster), field_versions(patrol), patrol.version, given, base)
    after = current(muster) | merged.changes
    times.in_order(after["started_at"], after["ended_at"])
    times.planned_in_order(after["planned_from"], after["planned_until"])
    if after["started_at"] is None and patrol.started_at is not None:
        raise Refusal("invalid", fields={"started_at": "已开始的巡查要有开始时间"})
    if after["started_at"] is None and after["planned_from"] is None:
        raise Refusal("invalid", fields={"planned_from": "还没开始的巡查要有计划开始时间"})
    if after["ended_at"] is None and patrol.ended_at is not None:
        raise Refusal("invalid", fields={"ended_at": "已结束的巡查要有结束时间"})
    return merged


async def _apply(sender: Sender, muster: Muster, merged: Merge) -> None:
    patrol, changes = muster.patrol, dict(merged.changes)
    wanted = changes.pop("crew", None)
    after = replace(patrol, **changes)
    joining = await _joining(sender, muster.crew, wanted) if wanted is not None else []
    staying = [stay for stay in present(muster.crew) if wanted is None or stay.username in wanted]
    crew_rules.joint(after.kind, [*staying, *joining])
    await _move_times(patrol, after)
    crew = await _recast(sender, after, muster.crew, staying, joining)
    trusted = sender.device.is_clock_trusted()
    sort_at = sort_moment(after.started_at, after.planned_from, patrol.received_at, clock_trusted=trusted)
    changes |= {"overwritten": patrol.overwritten or merged.overwrote, "sort_at": sort_at}
    if wanted is not None or _TIMES & changes.keys():
        await keep_step(sender, patrol, crew, crew_changed=wanted is not None, **changes)
    else:
        await batch([indexed(await write(patrol, changes), crew)])


async def _move_times(patrol: Patrol, after: Patrol) -> None:
    """Those who joined at the start joined at the corrected start; a pause does not outlast the end."""
    if after.started_at != patrol.started_at:
        await rows(
            "UPDATE crew SET joined_at = ? WHERE patrol = ? AND (joined_at IS NULL OR joined_at = ?)",
            after.started_at,
            patrol.id,
            patrol.started_at,
        )
    if after.ended_at is not None:
        await close_pause(patrol.id, max(after.ended_at, patrol.paused_at or after.ended_at))


async def _joining(sender: Sender, crew: list[Stay], wanted: list[str]) -> list[Stay]:
    """Those who are wanted and not there; refuses `crew_needed` and `crew_unknown`."""
    crew_rules.known(wanted, wanted)
    there = {stay.username for stay in present(crew)}
    new = [name for name in wanted if name not in there]
    return await find_people(sender.person, new) if new else []


async def _recast(
    sender: Sender, patrol: Patrol, crew: list[Stay], staying: list[Stay], joining: list[Stay]
) -> list[Stay]:
    """Those who are not staying leave, and the others join; the crew as it then stands."""
    kept = [stay for stay in crew if stay.left_at is not None or stay in staying]
    for stay in (stay for stay in crew if stay not in kept):
        left_at = await take_out(patrol, stay, sender.at)
        if left_at is not None:
            kept.append(replace(stay, left_at=left_at))
    for stay in joining:
        at = joining_moment(patrol, sender.at)
        await enter(patrol.id, stay, at)
        kept.append(replace(stay, joined_at=at))
    return kept
