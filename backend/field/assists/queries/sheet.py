"""Everything the page and the API show of one call."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import msgspec

from backend.field.assists.queries.visible import Called, load
from backend.field.assists.rules.escalation import Thresholds, thresholds
from backend.foundation.database import batch
from backend.foundation.database.access import Row
from backend.foundation.evidence.photo import Photo
from backend.foundation.evidence.queries import photos_of
from backend.foundation.people.identity import Person
from backend.foundation.preferences import preferences
from backend.foundation.records import Record, visible_record, visible_records

TRACK_MOST = 60  # the last points before the call, about half an hour of walking
_WHO = (
    "SELECT o.id, o.username, o.name, o.position, o.phone, u.code AS unit_code, u.name AS unit_name FROM officers o "
    "JOIN units u ON u.id = o.unit WHERE o.id IN ({marks})"
)
_STEPS = (
    "SELECT s.noun, s.at, s.received_at, s.officer, s.response, s.on_behalf, s.channel, s.words, r.name AS responder, "
    "r.police FROM assist_steps s LEFT JOIN assist_responses r ON r.id = s.response WHERE s.assist = ? "
    "ORDER BY s.received_at, s.at, s.id"
)
_ESCALATIONS = (
    "SELECT round, step, due_at, given_at FROM assist_escalations WHERE assist = ? ORDER BY due_at, step"
)
_LEADS = (
    "{of}.lat IS NOT NULL AND {of}.lon IS NOT NULL AND CAST({of}.marks AS TEXT) NOT LIKE '%zero%' "
    "AND CAST({of}.marks AS TEXT) NOT LIKE '%impossible%'"
)
# The last of each responder that leads somewhere.
_WHERE = (
    "SELECT p.officer, p.lat, p.lon, p.accuracy_m, p.source, p.at, p.marks FROM assist_positions p WHERE p.assist = ? "
    "AND p.at = (SELECT MAX(l.at) FROM assist_positions l WHERE l.assist = p.assist AND l.officer = p.officer "
    f"AND {_LEADS.format(of='l')}) AND {_LEADS.format(of='p')} ORDER BY p.received_at"
)
_PATROL = (
    "SELECT p.id, p.title, p.kind, p.started_at FROM patrols p JOIN assists a ON a.patrol = p.id AND a.township = p.township "
    "WHERE a.id = ?"
)
_CREW = (
    "SELECT o.id, o.username, o.name, o.position, o.phone, u.code AS unit_code, u.name AS unit_name FROM crew c "
    "JOIN officers o ON o.id = c.officer JOIN units u ON u.id = c.unit JOIN patrols p ON p.id = c.patrol "
    "JOIN assists a ON a.patrol = p.id AND a.township = p.township WHERE a.id = ? "
    "AND (c.left_at IS NULL OR c.left_at > a.raised_at) ORDER BY u.code, o.username"
)
_TRACK = (
    "SELECT t.at, t.lat, t.lon, t.accuracy_m FROM track_points t JOIN assists a ON a.patrol = t.patrol "
    "JOIN patrols p ON p.id = a.patrol AND p.township = a.township WHERE a.id = ? AND t.officer = a.raised_by "
    "AND t.at <= a.received_at ORDER BY t.at DESC LIMIT ?"
)
_FINDING = (
    "SELECT f.id, f.patrol, f.category, f.address, f.found_at FROM findings f JOIN assists a ON a.finding = f.id "
    "AND a.township = f.township WHERE a.id = ? AND f.removed_at IS NULL"
)
_FOLLOWUPS = "SELECT record_kind, record_id, at FROM assist_followups WHERE assist = ? ORDER BY at, id"
_PLACE = "SELECT code, name FROM townships t JOIN assists a ON a.township = t.id WHERE a.id = ?"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One call. `people`: officers by id; `where`: the last position of each officer; `track`: oldest first;
    `origin`: what it came from (a visit without a word), for who may see that; `settings`: those of its township."""

    called: Called
    people: dict[UUID, Row]
    steps: list[Row]
    escalations: list[Row]
    where: dict[UUID, Row]
    patrol: Row | None
    crew: list[Row]
    track: list[Row]
    finding: Row | None
    followups: list[Record]
    photos: list[Photo]
    origin: Record | None
    township: Row | None
    settings: dict[str, int]

    @property
    def thresholds(self) -> Thresholds:
        return thresholds(self.called.assist.severity, self.settings)


async def sheet(person: Person, assist_id: UUID) -> Sheet:
    """Refuses `not_found` to a stranger."""
    called = await load(person, assist_id)
    asked: dict[str, list[Any]] = {
        sql: [assist_id]
        for sql in (_STEPS, _ESCALATIONS, _WHERE, _PATROL, _CREW, _FINDING, _FOLLOWUPS, _PLACE)
    }
    asked[_TRACK] = [assist_id, TRACK_MOST]
    found: defaultdict[str, list[Row]] = defaultdict(list)
    found |= dict(zip(asked, await batch(asked.items()), strict=True))
    return Sheet(
        called,
        await _people(called, found[_STEPS]),
        found[_STEPS],
        found[_ESCALATIONS],
        {entry["officer"]: _marked(entry) for entry in found[_WHERE]},
        _one(found[_PATROL]),
        found[_CREW],
        found[_TRACK][::-1],
        _one(found[_FINDING]),
        await _followups(person, found[_FOLLOWUPS]),
        (await photos_of("assist", [assist_id], called.assist.township))[assist_id],
        await _origin(person, called),
        _one(found[_PLACE]),
        await preferences(called.assist.township),
    )


async def _people(called: Called, steps: list[Row]) -> dict[UUID, Row]:
    """Everybody who is named on the page by an id."""
    assist = called.assist
    ids = {assist.raised_by, assist.ended_by, assist.outcome_by, *(step["officer"] for step in steps)}
    ids |= {each.officer for each in called.responses}
    known = [officer for officer in ids if officer is not None]
    [found] = await batch([(_WHO.format(marks=", ".join("?" * len(known))), known)])
    return {entry["id"]: entry for entry in found}


async def _followups(person: Person, links: list[Row]) -> list[Record]:
    """Those this person may see themselves."""
    return await visible_records(person, [(link["record_kind"], link["record_id"]) for link in links])


async def _origin(person: Person, called: Called) -> Record | None:
    assist = called.assist
    return await visible_record(person, assist.origin_kind, assist.origin_id) if assist.origin_id else None


def _marked(entry: Row) -> Row:
    return {**entry, "marks": msgspec.json.decode(entry["marks"], type=list[str])}


def _one(found: list[Row]) -> Row | None:
    return found[0] if found else None
