"""Everything the page and the API show of one incident."""

from dataclasses import dataclass
from uuid import UUID

from backend.field.incidents.queries.course import Course, course
from backend.field.incidents.queries.visible import Named, load
from backend.field.incidents.rules.access import Side, shown
from backend.field.incidents.rules.incident import Report
from backend.field.incidents.rules.limits import First, first
from backend.foundation.clocks import Clock, clocks_of
from backend.foundation.evidence.brought import Picture, pictures
from backend.foundation.evidence.photo import Photo
from backend.foundation.evidence.queries import photos_of
from backend.foundation.letters.official import Letter, letters_of
from backend.foundation.people.identity import Person
from backend.foundation.preferences import preferences
from backend.foundation.records import Record, visible_record


@dataclass(frozen=True, slots=True)
class Sheet:
    """One incident as somebody on this side sees it. `letters` by id; `origin` only for one's own side."""

    named: Named
    side: Side
    course: Course
    reports: list[Report]
    letters: dict[UUID, Letter]
    clocks: list[Clock]
    first: First
    settings: dict[str, int]
    photos: list[Photo]
    brought: list[Picture]
    origin: Record | None

    def number_of(self, report: Report) -> str:
        """示政执信〔2026〕1号; empty before it is numbered."""
        return self.letters[report.letter].number if report.letter else ""


async def sheet(person: Person, incident_id: UUID) -> Sheet:
    """Refuses `not_found` to a stranger."""
    named = await load(person, incident_id)
    incident, side = named.incident, named.side(person)
    told, settings = await course(incident_id), await preferences(incident.township)
    return Sheet(
        named=named,
        side=side,
        course=told,
        reports=shown(told.reports, side),
        letters={letter.id: letter for letter in await letters_of(("incident", incident_id))},
        clocks=await clocks_of(("incident", incident_id)),
        first=first(incident.happened_at, incident.told_at, settings["incident.first_minutes"]),
        settings=settings,
        photos=(await photos_of("incident", [incident_id], incident.township))[incident_id],
        brought=await pictures(incident.brought, f"/api/v1/incidents/{incident_id}"),
        origin=await _origin(person, named) if side == "own" else None,
    )


async def _origin(person: Person, named: Named) -> Record | None:
    incident = named.incident
    if incident.origin_id is None:
        return None
    return await visible_record(person, incident.origin_kind, incident.origin_id)
