"""What was done on a notification, and its report; the caller has made sure it may be seen."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from backend.casework.hazards.rules.hazard import Report, Step
from backend.foundation.database import batch, rows

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


async def proofs(steps: Sequence[UUID]) -> dict[UUID, list[UUID]]:
    """The photos that prove steps recorded on behalf, by step; those without any are left out."""
    if not steps:
        return {}
    found = await rows(
        "SELECT id, subject_id FROM photos WHERE subject_kind = 'hazard_step' AND removed_at IS NULL "
        f"AND content_at IS NOT NULL AND subject_id IN ({', '.join('?' * len(steps))}) ORDER BY taken_at, id",
        *steps,
    )
    by_step: dict[UUID, list[UUID]] = {}
    for photo in found:
        by_step.setdefault(photo["subject_id"], []).append(photo["id"])
    return by_step
