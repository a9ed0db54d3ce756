"""Where a call is, for whoever is told of it: the address of the finding it came from, or the key place it is near."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from backend.field.assists.card import corner_of
from backend.field.assists.rules.assist import Assist
from backend.field.assists.rules.scene import scene_words
from backend.foundation.database import rows
from backend.office.places.queries import places_of

_ADDRESSES: Final = (
    "SELECT f.id, f.township, f.address FROM findings f WHERE f.removed_at IS NULL AND f.id IN ({})"
)


async def scene_of(assist: Assist) -> str:
    """Empty where nothing near has a name."""
    return (await scenes_of([assist]))[assist.id]


async def scenes_of(assists: Sequence[Assist]) -> dict[UUID, str]:
    """The same of several, by id, asked for together."""
    addresses = await _addresses({assist.finding for assist in assists if assist.finding})
    townships = {assist.township for assist in assists if corner_of(assist)}
    places = {township: await places_of(township) for township in townships}
    return {
        assist.id: scene_words(
            addresses.get((assist.finding, assist.township), ""),
            corner_of(assist),
            places.get(assist.township, ()),
        )
        for assist in assists
    }


async def _addresses(findings: set[UUID]) -> dict[tuple[UUID | None, UUID | None], str]:
    """By finding and its township: a call tells only of its own one's, an id of another would tell a stranger's address."""
    if not findings:
        return {}
    found = await rows(_ADDRESSES.format(", ".join("?" * len(findings))), *findings)
    return {(line["id"], line["township"]): line["address"] for line in found}
