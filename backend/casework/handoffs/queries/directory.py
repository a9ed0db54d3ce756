"""The units of a county as the rules see them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from backend.casework.handoffs.rules.sender import TOWNSHIPS, Unit
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

    def named(self, code: str, field: str) -> Unit:
        """Refuses `unit_unknown`."""
        if code not in self.by_code:
            raise Refusal("unit_unknown", fields={field: "没有这个单位"})
        return self.by_code[code]


def asked(county: UUID) -> Statement:
    return (_UNITS, [county])


def directory_of(found: Iterable[Row]) -> Directory:
    """Each unit with the body it belongs to: the nearest that acts in its own name, else its township's government."""
    listed = list(found)
    line = {unit["id"]: Standing(unit["parent"], bool(unit["acts_in_own_name"])) for unit in listed}
    governments = {
        unit["township"]: unit["id"]
        for unit in listed
        if unit["kind"] in TOWNSHIPS and unit["acts_in_own_name"]
    }
    units = {unit["id"]: _unit(unit, _body(unit, line, governments)) for unit in listed}
    return Directory(units, {unit.code: unit for unit in units.values()})


async def directory(county: UUID) -> Directory:
    sql, args = asked(county)
    return directory_of(await rows(sql, *args))


def _body(unit: Row, line: Mapping[UUID, Standing], governments: Mapping[Any, UUID]) -> UUID:
    body = enforcing_body(unit["id"], line)
    if line[body].acts_in_own_name:
        return body
    return governments.get(unit["township"], body)


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
