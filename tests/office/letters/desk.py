"""A letter of the township beside a patrol that its team may see."""

from uuid import UUID, uuid4

from backend.foundation.letters.official import Letter
from tests.field.street import patrol_body
from tests.foundation.letters.official.papers import issued
from tests.rig.cast import Cast


async def letter_of(cast: Cast, **changes: object) -> Letter:
    """To the county's city management, about a patrol of duizhang's."""
    patrol = str(uuid4())
    client = await cast.script("duizhang")
    answer = await client.put(f"/api/v1/patrols/{patrol}", json=patrol_body(crew=["duizhang", "minjing"]))
    assert answer.status_code == 201, answer.text
    return await issued(**{"record": ("patrol", UUID(patrol)), **changes})
