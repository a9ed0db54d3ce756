"""Which mechanisms bind a person."""

from backend.foundation.database import rows
from backend.foundation.people.identity import Person


async def mechanisms_of(person: Person) -> list[str]:
    """The code of the person's own township; for a county body the codes of all it serves, in the order of townships."""
    if person.township_id:
        return [person.profile]
    found = await rows("SELECT profile FROM townships WHERE county = ? ORDER BY code", person.county_id)
    return list(dict.fromkeys(township["profile"] for township in found))
