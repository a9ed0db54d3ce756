"""Who may change a finding on a patrol they can see. Pure."""

from collections.abc import Sequence
from uuid import UUID

from backend.field.patrols.rules import access
from backend.field.patrols.rules.patrol import Patrol, Stay
from backend.foundation.people.identity import Person


def may_change(person: Person, patrol: Patrol, crew: Sequence[Stay], created_by: UUID) -> bool:
    """Whoever wrote it down, and those who may change its patrol: others' findings are no guest's business."""
    return created_by == person.id or access.may_change(person, patrol, crew)
