"""Who of a crew counts for exercising power, asked together with other things."""

from collections.abc import Collection, Sequence
from datetime import datetime

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
# The crew's own units and those above them: a county may have hundreds.
_UNITS = (
    "SELECT id, parent, code, name, acts_in_own_name FROM units WHERE id IN (WITH RECURSIVE line (id) AS ({units} "
    "UNION SELECT u.parent FROM units u JOIN line ON u.id = line.id) SELECT id FROM line)"
)


def asked(crew: Sequence[Stay], at: datetime) -> list[Statement]:
    """The statements whose answers `judged` takes."""
    marks = ", ".join("?" * len(crew)) or "NULL"
    return [
        (_CERTIFIED.format(who=marks), [*(stay.officer for stay in crew), at, at, at, at]),
        (_UNITS.format(units=f"SELECT id FROM units WHERE id IN ({marks})"), [stay.unit for stay in crew]),
    ]


def asked_by_name(usernames: Collection[str], at: datetime) -> list[Statement]:
    """As `asked`, before anybody knows whose the names are."""
    people = f"FROM officers WHERE username IN ({', '.join('?' * len(usernames)) or 'NULL'})"
    return [
        (_CERTIFIED.format(who=f"SELECT id {people}"), [*usernames, at, at, at, at]),
        (_UNITS.format(units=f"SELECT unit {people}"), list(usernames)),
    ]


def judged(crew: Sequence[Stay], certified: list[Row], units: list[Row]) -> Power:
    """The rule's verdict over those of `crew` who were there."""
    line = {unit["id"]: Standing(unit["parent"], bool(unit["acts_in_own_name"])) for unit in units}
    named = {unit["id"]: Body(unit["code"], unit["name"]) for unit in units}
    bodies = {stay.unit: named[enforcing_body(stay.unit, line)] for stay in crew}
    holders = {entry["officer"] for entry in certified}
    return power(
        crew, {stay.officer for stay in crew if stay.officer in holders and may_count(stay.roles)}, bodies
    )


async def power_at(crew: Sequence[Stay], at: datetime) -> Power:
    """Judge those of `crew` who were there at that moment."""
    there = [stay for stay in crew if stay.covers(at)]
    return judged(there, *await batch(asked(there, at)))
