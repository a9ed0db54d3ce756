"""Who hears that something happened to a handoff: the same people as `standing.scope` lets in, asked from the handoff.

There one goes from a person up to the bodies they act for; here from the bodies down to their people.
"""

from uuid import UUID

from backend.foundation.database import batch
from backend.foundation.database.access import Row
from backend.foundation.people.permissions import TOWN_HALL
from backend.foundation.records.audience import Audience, person, role_in, unit

_SENDER = "SELECT from_body FROM handoffs WHERE id = ?"
_BODIES = (
    "SELECT b.id FROM units b JOIN handoffs h ON h.id = ? WHERE b.id = h.from_body "
    "OR (h.extended_at IS NOT NULL AND b.id = h.to_unit) "
    "OR b.id IN (SELECT to_unit FROM handoff_sendings WHERE handoff = h.id)"
)
_HANDOFF = "SELECT township, version FROM handoffs WHERE id = ?"
_THEMSELVES = "SELECT id, township, kind, acts_in_own_name, liaison FROM units WHERE id IN ({bodies})"
# Units below a county body that acts in its own name; those of a township only where the case is the township's.
_BELOW = (
    "WITH RECURSIVE below (id) AS (SELECT id FROM units WHERE acts_in_own_name AND township IS NULL "
    "AND id IN ({bodies}) UNION SELECT u.id FROM units u JOIN below ON u.parent = below.id) "
    "SELECT u.id FROM units u JOIN below ON below.id = u.id JOIN handoffs h ON h.id = ? "
    "WHERE u.township IS NULL OR u.township = h.township"
)


async def audience(handoff_id: UUID) -> Audience | None:
    """None for a handoff that is not there."""
    return await _people_of(_BODIES, handoff_id)


async def audience_of_photos(handoff_id: UUID) -> Audience | None:
    """The sender's people: the addressee has what was sent along, not what lies about the draft."""
    return await _people_of(_SENDER, handoff_id)


async def _people_of(chosen: str, handoff_id: UUID) -> Audience | None:
    found, bodies, below = await batch(
        [
            (_HANDOFF, [handoff_id]),
            (_THEMSELVES.format(bodies=chosen), [handoff_id]),
            (_BELOW.format(bodies=chosen), [handoff_id, handoff_id]),
        ]
    )
    if not found:
        return None
    tokens = {unit(each["id"]) for each in below}
    for body in bodies:
        tokens |= _of(body)
    return Audience(found[0]["version"], frozenset(tokens))


def _of(body: Row) -> set[str]:
    """A body's own people, its named 联络人, and for a township's government everybody who works for it."""
    tokens = {unit(body["id"])}
    if body["liaison"] is not None:
        tokens.add(person(body["liaison"]))
    if body["kind"] in ("township", "street") and body["acts_in_own_name"] and body["township"] is not None:
        tokens |= {role_in(body["township"], role) for role in TOWN_HALL}
    return tokens
