"""The form 起草移送 as its template fills it. Pure."""

import json
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from backend.casework.handoffs.queries.beginning import Beginning
from backend.casework.handoffs.queries.directory import Directory
from backend.casework.handoffs.queries.visible import Case
from backend.casework.handoffs.rules.ongoing import STOP_WORDS
from backend.casework.handoffs.rules.origin import police
from backend.casework.handoffs.rules.sender import DIRECTIONS, STATIONED, Direction, Unit
from backend.casework.handoffs.showing.hand_over import Bounds, bounds
from backend.casework.parties import AGES, KINDS
from backend.foundation.mechanism import load_profile
from backend.foundation.mechanism.words import DELEGATIONS
from backend.foundation.people.identity import Person
from backend.foundation.web.words import local_input
from backend.office.matters import Matter

Options = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Origin:
    """The record it is drafted from, with the way back to it; `finding`: the one a call for help arose from."""

    kind: str
    id: UUID
    title: str
    url: str
    finding: UUID | None = None


@dataclass(frozen=True, slots=True)
class OwnName:
    """A part of a body that may send in its own name where a provision lets it: `body` sends for it else; `sources` of the
    provision that count here (M05)."""

    code: str
    name: str
    body: str
    sources: Options


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
    own_name: OwnName | None

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


def empty_form(person: Person, units: Directory, began: Beginning, at: datetime) -> Form:
    """From nothing, or filled with what the record it comes of says."""
    known = began.facts
    found = known.get("found_at")
    directions = _directions(person, units)
    values = {
        "direction": directions[0][0],
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
        "delegated_by": {},
    }
    own = _own_name(units.units[person.unit_id], units, person.profile)
    return Form(directions, values, "", _origin(began), None, 0, person.township_id, person.profile, own)


def _own_name(unit: Unit, units: Directory, profile: str) -> OwnName | None:
    """A department has chosen no township yet, whose mechanism would say which sources count."""
    if unit.acts:
        return None
    sources = load_profile(profile).sender.delegated_by if profile else tuple(DELEGATIONS)
    options: Options = [(source, DELEGATIONS[source]) for source in sources]
    return OwnName(unit.code, unit.name, units.government(unit).name, options)


def _origin(began: Beginning) -> Origin | None:
    record = began.record
    if record is None:
        return None
    return Origin(record.kind, record.id, record.title, record.url, began.finding)


def addressed(form: Form, matter: Matter | None) -> Form:
    """With the body that is competent for the matter, where nobody has been chosen and it may be an addressee."""
    if matter is None or form.values["to_unit"]:
        return form
    code = matter.punishing.code
    chosen = [direction for direction, _, choices in form.directions if code in dict(choices)]
    found = {"direction": chosen[0], "to_unit": code} if chosen else {}
    return replace(form, values=form.values | found)


def to_police(form: Form, matter: Matter | None) -> Form:
    """With 公安 where nobody has been chosen: who obstructs officers on duty is theirs, on the list or not."""
    if form.values["to_unit"]:
        return form
    choices = [(way, code, name) for way, _, bodies in form.directions for code, name in bodies]
    found = police(choices, matter.punishing.name if matter else "")
    return replace(form, values=form.values | {"direction": found[0], "to_unit": found[1]}) if found else form


def here_form(person: Person, units: Directory, finding: UUID, at: datetime) -> Form:
    """From a finding that is only on a phone yet, which fills in what it says."""
    origin = Origin("finding", finding, "只在本机", "/patrols")
    return replace(empty_form(person, units, Beginning(), at), origin=origin)


def filled_form(case: Case, to_unit: str | None = None) -> Form:
    """As the case stands; `to_unit` is chosen for the sender, where it is one of those that may be."""
    handoff = case.handoff
    values = handoff.values() | {
        "direction": handoff.direction,
        "to_unit": case.addressee.code,
        "discovered_at": local_input(handoff.discovered_at),
        "party": handoff.party or {},
    }
    values["delegated_by"] = values["delegated_by"] or {}
    own = _own_name(case.sender, case.units, handoff.profile) if values["delegated_by"] else None
    choices = _addressees(case.sender, case.units, handoff.direction)
    shown = values | {"to_unit": to_unit} if to_unit in dict(choices) else values
    return Form(
        [(handoff.direction, DIRECTIONS[handoff.direction], choices)],
        shown,
        json.dumps(_before(values), ensure_ascii=False),
        None,
        handoff.id,
        handoff.version,
        handoff.township,
        handoff.profile,
        own,
    )


def _before(values: dict[str, Any]) -> dict[str, Any]:
    """The same as the browser reads it from the untouched form."""
    kept = {name: values[name] for name in ("to_unit", "facts", "ongoing", "urgent", "major", "result_days")}
    kept["discovered_at"] = f"{values['discovered_at']}:00+08:00"
    kept |= {name: values[name] or None for name in ("matter_code", "discovered_reason", "address")}
    kept["delegated_by"] = values["delegated_by"] or None
    kept["party"] = {name: value for name, value in values["party"].items() if value} or None
    return kept


def _directions(person: Person, units: Directory) -> list[tuple[Direction, str, Options]]:
    mine = units.units[person.unit_id]
    asked: tuple[Direction, ...] = ("in",) if mine.township is None else ("out", "stationed")
    found = [(name, DIRECTIONS[name], _addressees(mine, units, name)) for name in asked]
    return [entry for entry in found if entry[2]]


def _addressees(mine: Unit, units: Directory, direction: Direction) -> Options:
    """Bodies that act in their own name, departments before neighbours; for M06 the offices stationed in the township."""
    others = [unit for unit in units.units.values() if unit.id not in (mine.id, mine.body)]
    chosen = [unit for unit in others if _fits(unit, mine, direction)]
    return [(unit.code, unit.name) for unit in sorted(chosen, key=lambda unit: (unit.is_township, unit.code))]


def _fits(unit: Unit, mine: Unit, direction: Direction) -> bool:
    if direction == "stationed":
        return unit.kind in STATIONED and unit.township == mine.township
    return unit.acts and (unit.is_township or (direction == "out" and unit.township is None))
