"""Who can be asked: of the township and its county those that the kind of request goes to."""

from dataclasses import dataclass
from uuid import UUID

from backend.casework.requests.rules.kinds import KINDS, may_be_asked
from backend.foundation.database import rows
from backend.foundation.people.bodies import ADDRESSEE_COLUMNS, Addressee, addressee_from
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal

# A department that police stations belong to is the county's public security bureau.
_STATIONS = "SELECT 1 FROM units below WHERE below.parent = u.id AND below.kind = 'police'"
_KIND = f"CASE WHEN u.kind = 'department' AND EXISTS ({_STATIONS}) THEN 'public_security' ELSE u.kind END"
_REACH = (
    f"SELECT {ADDRESSEE_COLUMNS}, u.township, {_KIND} AS asked_as FROM units u WHERE u.county = ? "
    "AND (u.township IS NULL OR u.township = ? OR ? = 1) AND u.id <> ? "
    "ORDER BY CASE WHEN u.township IS NULL THEN 1 ELSE 0 END, u.code"
)


@dataclass(frozen=True, slots=True)
class Reach:
    """A body that can be asked, of which township (None: the county's), as which kind."""

    body: Addressee
    township: UUID | None
    kind: str


async def reach(person: Person) -> list[Reach]:
    """The bodies of one's own township first, then the county's; to a county body every township's."""
    anywhere = int(person.township_id is None)
    found = await rows(_REACH, person.county_id, person.township_id, anywhere, person.unit_id)
    return [_reach(dict(entry)) for entry in found]


async def addressees(person: Person, kind: str) -> list[Addressee]:
    """In the order of a form."""
    return [each.body for each in await reach(person) if each.kind in KINDS[kind].asked]


async def chosen(person: Person, kind: str, codes: list[str]) -> list[Reach]:
    """The bodies of those codes, each once; refuses `request_addressee`."""
    known = {each.body.code: each for each in await reach(person)}
    wanted = list(dict.fromkeys(codes))
    if any(code not in known for code in wanted):
        raise Refusal("request_addressee", "没有这个单位", fields={"to": "从名单里选"})
    found = [known[code] for code in wanted]
    may_be_asked(kind, [each.kind for each in found])
    return found


def _reach(found: dict[str, object]) -> Reach:
    township, kind = found.pop("township"), found.pop("asked_as")
    return Reach(addressee_from(found), township, str(kind))  # type: ignore[arg-type]


async def profile_for(person: Person) -> str:
    """The mechanism a request rests on: one's own township's, to a county body that of its townships where it is one; else
    empty."""
    if person.profile:
        return person.profile
    found = await rows("SELECT DISTINCT profile FROM townships WHERE county = ?", person.county_id)
    return str(found[0]["profile"]) if len(found) == 1 else ""
