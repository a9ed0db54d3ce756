"""On which clause a campaign rests: the township's own duty, or what the text says of operations over several townships."""

from backend.foundation.database import row
from backend.foundation.mechanism import load_profile
from backend.foundation.people.identity import Person

_OF_THE_COUNTY = "SELECT profile FROM townships WHERE county = ? ORDER BY code LIMIT 1"


async def basis_for(person: Person) -> tuple[str, str]:
    """The clause and its words; ("", "") where the text of the place says nothing of it: then it is a local agreement."""
    if person.township_id is not None:
        profile = load_profile(person.profile)
        found = next((each for each in profile.series("campaign.regular") if each.stated), None)
        return (profile.cite(found.clause), found.quote) if found else ("", "")
    served = await row(_OF_THE_COUNTY, person.county_id)
    if served is None:
        return "", ""
    profile = load_profile(served["profile"])
    duty = profile.duty("campaign.cross_area")
    return (profile.cite(duty.clause), duty.quote) if duty and duty.stated else ("", "")
