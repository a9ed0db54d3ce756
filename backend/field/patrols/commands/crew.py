"""People joining a patrol and leaving it."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID, uuid4

from backend.field.patrols.bodies import Act, Joining
from backend.field.patrols.commands.acting import Noun, act_on, changers, noted
from backend.field.patrols.commands.writing import LONGEST_NAMES, indexed, overlaps, write
from backend.field.patrols.queries.muster_roll import find_people
from backend.field.patrols.queries.visible import Muster
from backend.field.patrols.rules import times
from backend.field.patrols.rules.crew import unit_names
from backend.field.patrols.rules.patrol import Patrol, Stay, present
from backend.foundation.database import batch, row, rows
from backend.foundation.journal import Entry
from backend.foundation.outbox import Received, Sender
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal


async def join(sender: Sender, patrol_id: UUID, body: Joining) -> Received:
    """Refuses `crew_unknown`, `times_crossed` and `time_in_future`. After the end it is a correction: from the start."""
    times.happened(sender, {"at": body.at})

    async def work(muster: Muster) -> Entry:
        [stay] = await find_people(sender.person, [body.username])
        at = joining_moment(muster.patrol, _moment(sender, body, muster.patrol.started_at))
        await enter(patrol_id, stay, at)
        crew = [*muster.crew, replace(stay, joined_at=at)]
        await keep_step(sender, muster.patrol, crew)
        payload = {"username": stay.username, "name": stay.name, "unit": stay.unit_name, "at": at}
        return noted(sender, muster.patrol, "patrol.joined", payload, body.when)

    async def late(_: Muster) -> str:
        [stay] = await find_people(sender.person, [body.username])
        return f"{stay.name}加入巡查"

    noun = Noun("crew", changers, already=lambda muster: _is_present(muster, body.username), late=late)
    return await act_on(sender, patrol_id, noun, body, work, said=body.when)


async def leave(sender: Sender, patrol_id: UUID, username: str, body: Act) -> Received:
    """Whoever may change the patrol, and everybody for themselves. Refuses `not_in_crew`, `times_crossed`, and
    `crew_needed` for the last one there."""
    times.happened(sender, {"at": body.at})

    async def work(muster: Muster) -> Entry:
        there = present(muster.crew)
        stay = next((stay for stay in there if stay.username == username), None)
        if stay is None:
            raise Refusal("not_in_crew")
        if len(there) == 1:
            raise Refusal("crew_needed", "最后一人不能离队，请结束巡查")
        return await _gone(sender, muster, stay, body)

    def may(muster: Muster, person: Person) -> bool:
        return person.username == username or changers(muster, person)

    def left_before(muster: Muster) -> bool:
        return not _is_present(muster, username) and any(stay.username == username for stay in muster.crew)

    async def late(muster: Muster) -> str:
        names = [stay.name for stay in muster.crew if stay.username == username]
        if not names:
            raise Refusal("not_in_crew")
        return f"{names[0]}离开巡查"

    noun = Noun(f"crew/{username}/departure", may, already=left_before, late=late)
    return await act_on(sender, patrol_id, noun, body, work, said=body.when)


async def _gone(sender: Sender, muster: Muster, stay: Stay, body: Act) -> Entry:
    at = await take_out(muster.patrol, stay, _moment(sender, body, stay.joined_at))
    others = [each for each in muster.crew if each is not stay]
    await keep_step(sender, muster.patrol, [*others, replace(stay, left_at=at)] if at else others)
    payload = {
        "username": stay.username,
        "name": stay.name,
        "unit": stay.unit_name,
        "at": at,
        "note": body.note,
    }
    return noted(sender, muster.patrol, "patrol.left", payload, body.when)


def _moment(sender: Sender, body: Act, since: datetime | None) -> datetime:
    """When somebody came or left; `since` nothing before the start."""
    return times.follows(sender, body, since) if since else sender.acted_at(body.when)


def joining_moment(patrol: Patrol, at: datetime) -> datetime | None:
    """None before the start; from the start where somebody was forgotten on a patrol that is over."""
    if patrol.started_at is None:
        return None
    if patrol.ended_at is not None and at >= patrol.ended_at:
        return patrol.started_at
    times.not_before("at", at, patrol.started_at)
    return at


async def enter(patrol_id: UUID, stay: Stay, at: datetime | None) -> None:
    await rows(
        "INSERT INTO crew (id, patrol, officer, unit, joined_at) VALUES (?, ?, ?, ?, ?)",
        uuid4(),
        patrol_id,
        stay.officer,
        stay.unit,
        at,
    )


async def take_out(patrol: Patrol, stay: Stay, at: datetime) -> datetime | None:
    """Close the stay; before the start the plan simply changes (None)."""
    if patrol.started_at is None:
        await rows("DELETE FROM crew WHERE patrol = ? AND officer = ?", patrol.id, stay.officer)
        return None
    at = min(at, patrol.ended_at or at)
    times.not_before("at", at, stay.joined_at or patrol.started_at)
    left = await row(
        "UPDATE crew SET left_at = ? WHERE patrol = ? AND officer = ? AND left_at IS NULL RETURNING id",
        at,
        patrol.id,
        stay.officer,
    )
    if left is None:
        raise Refusal("not_in_crew")
    return at


async def keep_step(
    sender: Sender, patrol: Patrol, crew: list[Stay], *, crew_changed: bool = True, **changes: object
) -> Patrol:
    """Write `changes` with the unit names, the mark of overlap and the index as the new crew asks for them."""
    organiser = await row("SELECT code FROM units WHERE id = ?", patrol.unit)
    names = unit_names(crew, organiser["code"] if organiser else "")
    drafted = replace(patrol, **changes)  # type: ignore[arg-type]
    written = await write(
        patrol,
        {
            **changes,
            "unit_names": "、".join(names)[:LONGEST_NAMES],
            "unit_count": len(names),
            "overlapping": await overlaps(drafted, crew, sender.at),
        },
        also=("crew",) if crew_changed else (),
    )
    await batch([indexed(written, crew)])
    return written


def _is_present(muster: Muster, username: str) -> bool:
    return any(stay.username == username for stay in present(muster.crew))
