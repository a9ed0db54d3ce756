"""The units of a county as the rules see them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from backend.casework.handoffs.rules.sender import Unit
from backend.foundation.database import rows
from backend.foundation.database.access import Row, Statement
from backend.foundation.people.units import Standing, enforcing_body
from backend.foundation.refusals import Refusal

_UNITS = "SELECT id, code, name, kind, township, parent, acts_in_own_name, liaison, phone FROM units WHERE county = ?"


@dataclass(frozen=True, slots=True)
class Directory:
    """Every unit of the county."""

    units: Mapping[UUID, Unit]
    by_code: Mapping[str, Unit]

    def government(self, unit: Unit) -> Unit:
        """Whose leaders answer for a unit that neither acts in its own name nor belongs to a body that does."""
        body = self.units[unit.body]
        if body.acts:
            return body
        of_township = (
            each for each in self.units.values() if each.is_township and each.township == unit.township
        )
        return next(of_township, body)

    def named(self, code: str, field: str) -> Unit:
        """Refuses `unit_unknown`."""
        if code not in self.by_code:
            raise Refusal("unit_unknown", fields={field: "没有这个单位"})
        return self.by_code[code]


def asked(county: UUID) -> Statement:
    return (_UNITS, [county])


def directory_of(found: Iterable[Row]) -> Directory:
    """Each unit with the 执法主体 it belongs to: the nearest that acts in its own name."""
    listed = list(found)
    line = {unit["id"]: Standing(unit["parent"], bool(unit["acts_in_own_name"])) for unit in listed}
    units = {unit["id"]: _unit(unit, enforcing_body(unit["id"], line)) for unit in listed}
    return Directory(units, {unit.code: unit for unit in units.values()})


async def directory(county: UUID) -> Directory:
    sql, args = asked(county)
    return directory_of(await rows(sql, *args))


def _unit(unit: Row, body: UUID) -> Unit:
    return Unit(
        id=unit["id"],
        code=unit["code"],
        name=unit["name"],
        kind=unit["kind"],
        acts=bool(unit["acts_in_own_name"]),
        township=unit["township"],
        body=body,
    )
