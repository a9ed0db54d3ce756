"""Who of those present counts for exercising power, asked together with other things."""

from collections.abc import Collection, Sequence
from datetime import datetime

from backend.foundation.database import batch
from backend.foundation.database.access import Row, Statement
from backend.foundation.people.certificates import may_count
from backend.foundation.people.power.rules import Body, Holder, Power, power
from backend.foundation.people.units import Standing, enforcing_body

_CERTIFIED = (
    "SELECT c.officer FROM certificates c WHERE c.officer IN ({who}) AND c.valid_from <= ? AND c.valid_until >= ? "
    "AND NOT EXISTS (SELECT 1 FROM suspensions s WHERE s.certificate = c.id AND s.started_at <= ? "
    "AND (s.ended_at IS NULL OR s.ended_at > ?))"
)
# Their own units and those above them: a county may have hundreds.
_UNITS = (
    "SELECT id, parent, code, name, acts_in_own_name FROM units WHERE id IN (WITH RECURSIVE line (id) AS ({units} "
    "UNION SELECT u.parent FROM units u JOIN line ON u.id = line.id) SELECT id FROM line)"
)


def asked(present: Sequence[Holder], at: datetime) -> list[Statement]:
    """The statements whose answers `judged` takes."""
    marks = ", ".join("?" * len(present)) or "NULL"
    return [
        (_CERTIFIED.format(who=marks), [*(holder.officer for holder in present), at, at, at, at]),
        (
            _UNITS.format(units=f"SELECT id FROM units WHERE id IN ({marks})"),
            [holder.unit for holder in present],
        ),
    ]


def asked_by_name(usernames: Collection[str], at: datetime) -> list[Statement]:
    """As `asked`, before anybody knows whose the names are."""
    people = f"FROM officers WHERE username IN ({', '.join('?' * len(usernames)) or 'NULL'})"
    return [
        (_CERTIFIED.format(who=f"SELECT id {people}"), [*usernames, at, at, at, at]),
        (_UNITS.format(units=f"SELECT unit {people}"), list(usernames)),
    ]


def judged(present: Sequence[Holder], certified: list[Row], units: list[Row]) -> Power:
    """The rule's verdict over those who were there."""
    line = {unit["id"]: Standing(unit["parent"], bool(unit["acts_in_own_name"])) for unit in units}
    named = {unit["id"]: Body(unit["code"], unit["name"]) for unit in units}
    bodies = {holder.unit: named[enforcing_body(holder.unit, line)] for holder in present}
    holding = {entry["officer"] for entry in certified}
    counting = {holder.officer for holder in present if holder.officer in holding and may_count(holder.roles)}
    return power(present, counting, bodies)


async def power_of(present: Sequence[Holder], at: datetime) -> Power:
    """Judge those present at that moment."""
    return judged(present, *await batch(asked(present, at)))
