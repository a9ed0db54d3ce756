"""Who takes part in a campaign, where it goes, what was noted of its days; the caller has made sure it may be seen."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from backend.field.campaigns.rules.words import unit_words
from backend.foundation.database import batch
from backend.foundation.people.identity import Person

_UNITS = (
    "SELECT u.id, u.code, u.name, u.kind, u.township, COALESCE(t.name, '') AS town FROM campaign_units m JOIN units u ON u.id = m.unit "
    "LEFT JOIN townships t ON t.id = u.township WHERE m.campaign = ? "
    "ORDER BY CASE WHEN u.township IS NULL THEN 1 ELSE 0 END, u.code"
)
_PEOPLE = (
    "SELECT o.id, o.username, o.name, o.position, u.name AS unit, u.township FROM campaign_people m "
    "JOIN officers o ON o.id = m.officer JOIN units u ON u.id = o.unit WHERE m.campaign = ? ORDER BY u.code, o.username"
)
_PLACES = "SELECT p.id, p.name, p.township FROM campaign_places m JOIN places p ON p.id = m.place WHERE m.campaign = ? ORDER BY p.name"
_NOTES = (
    "SELECT d.on_day, d.township, d.text, o.name AS written_by, d.written_at FROM campaign_days d "
    "JOIN officers o ON o.id = d.written_by WHERE d.campaign = ? ORDER BY d.on_day"
)


@dataclass(frozen=True, slots=True)
class TakingPart:
    """A unit of the campaign; `town` is empty for bodies of the county."""

    id: UUID
    code: str
    name: str
    kind: str
    township: UUID | None
    town: str

    @property
    def called(self) -> str:
        """With its township, for a campaign over several."""
        return unit_words(self.town, self.name)


@dataclass(frozen=True, slots=True)
class NamedOfficer:
    """Somebody the plan names."""

    id: UUID
    username: str
    name: str
    position: str
    unit: str
    township: UUID | None


@dataclass(frozen=True, slots=True)
class DaySaid:
    """当日小结."""

    on_day: date
    township: UUID
    text: str
    written_by: str
    written_at: datetime


@dataclass(frozen=True, slots=True)
class Course:
    """All of it, whosever part."""

    units: list[TakingPart]
    people: list[NamedOfficer]
    places: list[dict[str, Any]]
    notes: list[DaySaid]

    def takes_along(self, person: Person) -> bool:
        """A patrol this person begins in its days belongs by itself: their unit takes part, or the plan names them."""
        return any(each.id == person.unit_id for each in self.units) or any(
            each.id == person.id for each in self.people
        )

    def of(self, township: UUID | None) -> "Course":
        """What a township that takes part in what another leads sees: its own part and the bodies of the county."""
        return Course(
            [each for each in self.units if each.township in (None, township)],
            [each for each in self.people if each.township in (None, township)],
            [each for each in self.places if each["township"] == township],
            [each for each in self.notes if each.township == township],
        )


async def course(campaign_id: UUID) -> Course:
    units, people, places, notes = await batch(
        [(sql, [campaign_id]) for sql in (_UNITS, _PEOPLE, _PLACES, _NOTES)]
    )
    return Course(
        [TakingPart(**each) for each in units],
        [NamedOfficer(**each) for each in people],
        places,
        [DaySaid(**each) for each in notes],
    )
