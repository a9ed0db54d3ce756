"""The form 起草移送 as its template fills it. Pure."""

import json
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from backend.casework.handoffs.queries.directory import Directory
from backend.casework.handoffs.queries.visible import Case
from backend.casework.handoffs.rules.ongoing import STOP_WORDS
from backend.casework.handoffs.rules.sender import DIRECTIONS, STATIONED, Direction, Unit
from backend.casework.handoffs.showing.hand_over import Bounds, bounds
from backend.casework.parties import AGES, KINDS
from backend.foundation.mechanism import load_profile
from backend.foundation.people.identity import Person
from backend.foundation.records import Record
from backend.foundation.web.words import local_input

Options = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Origin:
    """The finding it is drafted from, with the way back to it."""

    id: UUID
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Form:
    """`directions` with their addressees as (code, name); `before` is the case as drawn, of which only what differs
    is sent; `township` and `profile` are empty for a department that has yet to choose its township."""

    directions: list[tuple[Direction, str, Options]]
    values: dict[str, Any]
    before: str
    origin: Origin | None
    handoff_id: UUID | None
    version: int
    township: UUID | None
    profile: str

    @property
    def direction_choices(self) -> Options:
        return [(name, words) for name, words, _ in self.directions]

    @property
    def bounds(self) -> Bounds | None:
        """Within which a captain sets the limit of a case for a stationed office."""
        return bounds(load_profile(self.profile)) if self.profile else None

    @property
    def stop_acts(self) -> Options:
        return list(STOP_WORDS.items())

    @property
    def party_kinds(self) -> Options:
        return list(KINDS.items())

    @property
    def party_ages(self) -> Options:
        return [("", "没有说"), *AGES.items()]


def empty_form(person: Person, units: Directory, record: Record | None, at: datetime) -> Form:
    """From nothing, or filled with what a finding says."""
    known = record.facts if record else {}
    found = known.get("found_at")
    values = {
        "to_unit": "",
        "matter_code": known.get("matter_code") or "",
        "discovered_at": local_input(datetime.fromisoformat(found) if found else at),
        "facts": known.get("text") or "",
        "address": known.get("address") or "",
        "ongoing": bool(known.get("ongoing")),
        "urgent": False,
        "major": False,
        "party": known.get("party") or {},
        "result_days": None,
        "discovered_reason": "",
    }
    directions = _directions(person, units)
    origin = Origin(record.id, record.title, record.url) if record else None
    return Form(directions, values, "", origin, None, 0, person.township_id, person.profile)


def here_form(person: Person, units: Directory, finding: UUID, at: datetime) -> Form:
    """From a finding that is only on a phone yet, which fills in what it says."""
    return replace(empty_form(person, units, None, at), origin=Origin(finding, "只在本机", "/patrols"))


def filled_form(case: Case) -> Form:
    """As the case stands."""
    handoff = case.handoff
    values = handoff.values() | {
        "to_unit": case.addressee.code,
        "discovered_at": local_input(handoff.discovered_at),
        "party": handoff.party or {},
    }
    choices = _addressees(case.sender, case.units, handoff.direction)
    return Form(
        [(handoff.direction, DIRECTIONS[handoff.direction], choices)],
        values,
        json.dumps(_before(values), ensure_ascii=False),
        None,
        handoff.id,
        handoff.version,
        handoff.township,
        handoff.profile,
    )


def _before(values: dict[str, Any]) -> dict[str, Any]:
    """The same as the browser reads it from the untouched form."""
    kept = {name: values[name] for name in ("to_unit", "facts", "ongoing", "urgent", "major", "result_days")}
    kept["discovered_at"] = f"{values['discovered_at']}:00+08:00"
    kept |= {name: values[name] or None for name in ("matter_code", "discovered_reason", "address")}
    kept["party"] = {name: value for name, value in values["party"].items() if value} or None
    return kept


def _directions(person: Person, units: Directory) -> list[tuple[Direction, str, Options]]:
    mine = units.units[person.unit_id]
    asked: tuple[Direction, ...] = ("in",) if mine.township is None else ("out", "stationed")
    found = [(name, DIRECTIONS[name], _addressees(mine, units, name)) for name in asked]
    return [entry for entry in found if entry[2]]


def _addressees(mine: Unit, units: Directory, direction: Direction) -> Options:
    """Bodies that act in their own name; for M06 the offices stationed in the township."""
    others = [unit for unit in units.units.values() if unit.id not in (mine.id, mine.body)]
    chosen = [unit for unit in others if _fits(unit, mine, direction)]
    return [(unit.code, unit.name) for unit in sorted(chosen, key=lambda unit: unit.code)]


def _fits(unit: Unit, mine: Unit, direction: Direction) -> bool:
    if direction == "stationed":
        return unit.kind in STATIONED and unit.township == mine.township
    return unit.acts and (unit.is_township if direction == "in" else unit.township is None)
