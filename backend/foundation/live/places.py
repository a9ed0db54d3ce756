"""Which chain is whose: the code of its township or county body, and who may hear of it at all."""

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from backend.foundation.database import rows

_PLACES = (
    "SELECT id, code, county, 1 AS is_township FROM townships UNION ALL "
    "SELECT id, code, county, 0 AS is_township FROM units WHERE township IS NULL"
)


@dataclass(frozen=True, slots=True)
class Place:
    """Whose chain it is. Its news reach people of `listening`: what a township does those of the township and of the county's
    bodies, what a county body does those of all townships too (it answers on their records)."""

    chain: UUID
    code: str
    listening: tuple[UUID, ...]


class Places:
    """Kept in memory; learnt anew now and then, and when a chain turns up that was not there yet."""

    def __init__(self) -> None:
        self._by_chain: dict[UUID, Place] = {}

    async def of(self, chain: UUID) -> Place | None:
        if chain not in self._by_chain:
            await self.learn()
        return self._by_chain.get(chain)

    def heard_at(self, listening: UUID) -> list[Place]:
        """The chains people of that township or county hear of, its own first."""
        heard = [place for place in self._by_chain.values() if listening in place.listening]
        return sorted(heard, key=lambda place: place.chain != listening)

    async def learn(self) -> None:
        found = await rows(_PLACES)
        townships: dict[UUID, list[UUID]] = defaultdict(list)
        for each in found:
            if each["is_township"]:
                townships[each["county"]].append(each["id"])
        self._by_chain = {
            each["id"]: Place(
                each["id"],
                each["code"],
                (each["county"], *([each["id"]] if each["is_township"] else townships[each["county"]])),
            )
            for each in found
        }
