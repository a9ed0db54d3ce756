"""What was done on a notification, and its report; the caller has made sure it may be seen."""

from dataclasses import dataclass
from uuid import UUID

from backend.casework.hazards.rules.hazard import Report, Step
from backend.foundation.database import batch

_STEPS = (
    "SELECT s.id, s.noun, s.at, s.received_at, s.officer, s.unit, s.on_behalf, s.speaker, s.speaker_position, s.channel, "
    "s.words, s.people, s.head_count, s.reason, s.text, o.name, o.position, u.name AS unit_name FROM hazard_steps s "
    "JOIN officers o ON o.id = s.officer JOIN units u ON u.id = s.unit WHERE s.hazard = ? ORDER BY s.at, s.number"
)
_REPORT = (
    "SELECT r.id, r.government, g.name AS government_name, r.ground, r.local, r.drafted_at, r.lapsed_at, r.text, "
    "r.issued_at, r.issued_by, COALESCE(o.name, '') AS issued_by_name, r.letter FROM hazard_reports r "
    "JOIN units g ON g.id = r.government LEFT JOIN officers o ON o.id = r.issued_by WHERE r.hazard = ? "
    "ORDER BY r.drafted_at DESC, r.id LIMIT 1"
)


@dataclass(frozen=True, slots=True)
class Course:
    """The steps, oldest first, and the newest report."""

    steps: list[Step]
    report: Report | None

    def last(self, noun: str) -> Step | None:
        """The newest step of that noun."""
        return next((step for step in reversed(self.steps) if step.noun == noun), None)


async def course(hazard_id: UUID) -> Course:
    steps, reports = await batch([(_STEPS, [hazard_id]), (_REPORT, [hazard_id])])
    return Course(
        [Step(**{**entry, "on_behalf": bool(entry["on_behalf"])}) for entry in steps],
        Report(**{**reports[0], "local": bool(reports[0]["local"])}) if reports else None,
    )
