"""Who of a crew counts for exercising power, asked together with other things."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from backend.field.patrols.rules.patrol import Stay
from backend.field.patrols.rules.power import Body, Power, power
from backend.foundation.database import batch
from backend.foundation.database.access import Row, Statement
from backend.foundation.people.certificates import may_count
from backend.foundation.people.units import Standing, enforcing_body

_CERTIFIED = (
    "SELECT c.officer FROM certificates c WHERE c.officer IN ({who}) AND c.valid_from <= ? AND c.valid_until >= ? "
    "AND NOT EXISTS (SELECT 1 FROM suspensions s WHERE s.certificate = c.id AND s.started_at <= ? "
    "AND (s.ended_at IS NULL OR s.ended_at > ?))"
)
_UNITS = "SELECT id, parent, code, name, acts_in_own_name FROM units WHERE county = ?"


def asked(county: UUID, officers: Collection[UUID], at: datetime) -> list[Statement]:
    """The statements whose answers `judged` takes."""
    marks = ", ".join("?" * len(officers)) or "NULL"
    return _asked(county, marks, list(officers), at)


def asked_by_name(county: UUID, usernames: Collection[str], at: datetime) -> list[Statement]:
    """As `asked`, before anybody knows whose the names are."""
    marks = ", ".join("?" * len(usernames)) or "NULL"
    return _asked(county, f"SELECT id FROM officers WHERE username IN ({marks})", list(usernames), at)


def judged(crew: Sequence[Stay], certified: list[Row], units: list[Row]) -> Power:
    """The rule's verdict over those of `crew` who were there."""
    line = {unit["id"]: Standing(unit["parent"], bool(unit["acts_in_own_name"])) for unit in units}
    named = {unit["id"]: Body(unit["code"], unit["name"]) for unit in units}
    bodies = {stay.unit: named[enforcing_body(stay.unit, line)] for stay in crew}
    holders = {entry["officer"] for entry in certified}
    return power(
        crew, {stay.officer for stay in crew if stay.officer in holders and may_count(stay.roles)}, bodies
    )


async def power_at(county: UUID, crew: Sequence[Stay], at: datetime) -> Power:
    """Judge those of `crew` who were there at that moment."""
    there = [stay for stay in crew if stay.covers(at)]
    return judged(there, *await batch(asked(county, [stay.officer for stay in there], at)))


def _asked(county: UUID, who: str, args: list[Any], at: datetime) -> list[Statement]:
    return [(_CERTIFIED.format(who=who), [*args, at, at, at, at]), (_UNITS, [county])]
