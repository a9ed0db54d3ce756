"""Everybody on duty or on patrol in a township, with where they were last."""

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from backend.field.command.rules.people import Place, Somebody, at_place, newest
from backend.field.patrols.queries.walking import Walker, walking
from backend.foundation.database import row, rows
from backend.foundation.preferences import preference
from backend.office.duty.queries.presence import OnDuty, on_duty

KEPT = "command.position_minutes"
_SHARED = "SELECT officer, lat, lon, accuracy_m, at FROM shared_positions WHERE township = ?"


async def people_of(township: UUID, at: datetime) -> list[Somebody]:
    """Nobody who is off duty: what is left of their position is not shown either."""
    walkers = await walking(township)
    there = {each.id: _on_duty(each) for each in await on_duty(township, at)}
    for walker in walkers:
        there[walker.officer] = _walking(walker, there.get(walker.officer))
    kept = timedelta(minutes=await preference(township, KEPT))
    known = await _known(township, walkers)
    return at_place(
        {who: replace(each, place=newest(known.get(who, []), at, kept)) for who, each in there.items()}
    )


async def shared_by(officer: UUID) -> datetime | None:
    """When this person's position was last shared; None where nothing of it is kept."""
    found = await row("SELECT at FROM shared_positions WHERE officer = ?", officer)
    return found["at"] if found else None


async def _known(township: UUID, walkers: list[Walker]) -> dict[UUID, list[Place]]:
    known: dict[UUID, list[Place]] = {}
    for found in await rows(_SHARED, township):
        officer = found.pop("officer")
        known.setdefault(officer, []).append(Place(**found, source="shared"))
    for walker in walkers:
        if walker.fix is not None:
            known.setdefault(walker.officer, []).append(Place(*walker.fix, source="track"))
    return known


def _on_duty(each: OnDuty) -> Somebody:
    how = each.shift_name if each.shift else "自己上岗"
    return Somebody(each.id, each.name, each.phone, each.unit_code, each.unit_name, how, None, None)


def _walking(walker: Walker, on: Somebody | None) -> Somebody:
    how = f"{on.how}，在巡查" if on else "在巡查"
    return Somebody(
        walker.officer,
        walker.name,
        walker.phone,
        walker.unit_code,
        walker.unit_name,
        how,
        walker.patrol,
        None,
    )
