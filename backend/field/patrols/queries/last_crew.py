"""With whom somebody walked last: most patrols are walked by the same people again."""

from backend.foundation.database import rows
from backend.foundation.people.identity import Person

_LAST = (
    "SELECT p.id FROM crew w JOIN patrols p ON p.id = w.patrol WHERE w.officer = ? AND p.started_at IS NOT NULL "
    "AND p.cancelled_at IS NULL ORDER BY p.sort_at DESC LIMIT 1"
)


async def last_crew(person: Person) -> frozenset[str]:
    """Usernames of everybody else on the last patrol this person walked; whoever came or left on the way counts."""
    found = await rows(
        "SELECT o.username FROM crew c JOIN officers o ON o.id = c.officer "
        f"WHERE c.patrol = ({_LAST}) AND c.officer <> ?",
        person.id,
        person.id,
    )
    return frozenset(entry["username"] for entry in found)
