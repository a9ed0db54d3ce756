"""Where a call is, for whoever is told of it: the address of the finding it came from, or the key place it is near."""

from typing import Final

from backend.field.assists.card import corner_of
from backend.field.assists.rules.assist import Assist
from backend.field.assists.rules.scene import scene_words
from backend.foundation.database import row
from backend.office.places.queries import places_of

# Only a finding of the call's own township: an id of another one would tell a stranger's address.
_ADDRESS: Final = (
    "SELECT f.address FROM findings f WHERE f.id = ? AND f.township = ? AND f.removed_at IS NULL"
)


async def scene_of(assist: Assist) -> str:
    """Empty where nothing near has a name."""
    found = await row(_ADDRESS, assist.finding, assist.township) if assist.finding else None
    corner = corner_of(assist)
    places = await places_of(assist.township) if corner else []
    return scene_words(found["address"] if found else "", corner, places)
