"""What was reported, done and told about an incident; the caller has made sure it may be seen."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from uuid import UUID

from backend.field.incidents.rules.incident import Report, Step
from backend.foundation.database import batch
from backend.foundation.people.bodies import ADDRESSEE_COLUMNS, Addressee, addressee_from

_REPORTS = (
    "SELECT r.id, r.number, r.kind, r.facts, r.injured, r.dead, r.measures, r.explained, r.coming, r.written_by, "
    "w.name AS written_by_name, r.written_at, r.issued_at, COALESCE(s.name, '') AS issued_by_name, r.signed_off, r.letter, "
    "r.returned_at, COALESCE(b.name, '') AS returned_by_name, r.return_reason FROM incident_reports r "
    "JOIN officers w ON w.id = r.written_by LEFT JOIN officers s ON s.id = r.issued_by "
    "LEFT JOIN officers b ON b.id = r.returned_by WHERE r.incident = ? ORDER BY r.number"
)
_STEPS = (
    "SELECT s.id, s.noun, s.at, s.received_at, s.officer, o.name, o.position, s.unit, u.name AS unit_name, s.channel, "
    "s.speaker, s.speaker_position, s.head_count, s.text FROM incident_steps s JOIN officers o ON o.id = s.officer "
    "JOIN units u ON u.id = s.unit WHERE s.incident = ? ORDER BY s.at, s.number"
)
_ADDRESSEES = (
    f"SELECT {ADDRESSEE_COLUMNS} FROM incident_addressees a JOIN units u ON u.id = a.unit "
    "WHERE a.incident = ? ORDER BY a.rank"
)


@dataclass(frozen=True, slots=True)
class Course:
    """Reports by number, steps oldest first, addressees with the main one first."""

    reports: list[Report]
    steps: list[Step]
    addressees: list[Addressee]

    @property
    def waiting(self) -> Report | None:
        """The one a leader is to sign."""
        return next((report for report in self.reports if report.waits), None)

    @property
    def last(self) -> Report:
        """The newest that was issued; the first one always is."""
        return [report for report in self.reports if report.issued_at is not None][-1]

    def report(self, report_id: UUID) -> Report | None:
        return next((report for report in self.reports if report.id == report_id), None)

    def of(self, noun: str) -> list[Step]:
        return [step for step in self.steps if step.noun == noun]


async def course(incident_id: UUID) -> Course:
    reports, steps, addressees = await batch(
        [(_REPORTS, [incident_id]), (_STEPS, [incident_id]), (_ADDRESSEES, [incident_id])]
    )
    return Course(
        _counted(Report(**{**entry, "signed_off": bool(entry["signed_off"])}) for entry in reports),
        [Step(**entry) for entry in steps],
        [addressee_from(entry) for entry in addressees],
    )


def _counted(reports: Iterable[Report]) -> list[Report]:
    """Each with the how-manieth of its kind it is; what was returned does not count."""
    counts: Counter[str] = Counter()
    found = []
    for report in reports:
        found.append(replace(report, which=counts[report.kind] + 1))
        counts[report.kind] += report.returned_at is None
    return found
