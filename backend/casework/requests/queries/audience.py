"""Who hears that something happened to a request or to one body's part in it: the same people as `visible` lets in."""

from uuid import UUID

from backend.casework.requests.rules.access import SEE_ALL
from backend.foundation.database import batch
from backend.foundation.database.access import Row
from backend.foundation.records.audience import Audience, person_at, role_in, unit

_REQUEST = "SELECT township, from_unit, created_by, version FROM requests WHERE id = ?"
_ASKED = "SELECT unit FROM request_parties WHERE request = ?"
_PART = (
    "SELECT r.township, r.from_unit, r.created_by, p.version, p.unit FROM request_parties p "
    "JOIN requests r ON r.id = p.request WHERE p.id = ?"
)


async def audience(request_id: UUID) -> Audience | None:
    """None for a request that is not there."""
    found, asked = await batch([(_REQUEST, [request_id]), (_ASKED, [request_id])])
    return _of(found[0], [each["unit"] for each in asked]) if found else None


async def audience_of_party(party_id: UUID) -> Audience | None:
    """Of the bodies that are asked this one alone."""
    (found,) = await batch([(_PART, [party_id])])
    return _of(found[0], [found[0]["unit"]]) if found else None


def _of(entry: Row, asked: list[UUID]) -> Audience:
    home = entry["township"]
    tokens = {unit(entry["from_unit"]), person_at(home, entry["created_by"]), *(unit(each) for each in asked)}
    return Audience(entry["version"], frozenset(tokens | {role_in(home, role) for role in SEE_ALL}))
