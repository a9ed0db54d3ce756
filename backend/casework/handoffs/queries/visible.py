"""One handoff with its sendings and the bodies on either side, if this person may see it."""

from collections.abc import Collection
from dataclasses import dataclass, fields
from datetime import datetime
from functools import cached_property
from uuid import UUID

from backend.casework.handoffs.queries import directory, standing
from backend.casework.handoffs.queries.directory import Directory
from backend.casework.handoffs.rules.access import Side, Standing, side
from backend.casework.handoffs.rules.handoff import Handoff, Sending
from backend.casework.handoffs.rules.sender import Unit
from backend.casework.handoffs.rules.states import State
from backend.foundation.database import Dialogue, batch, converse, listed, locking
from backend.foundation.mechanism import Profile, load_profile
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal

COLUMNS = ", ".join(f"h.{field.name}" for field in fields(Handoff))
SENDING_COLUMNS = ", ".join(field.name for field in fields(Sending))
_SENDINGS = f"SELECT {SENDING_COLUMNS} FROM handoff_sendings WHERE handoff = ? ORDER BY ordinal"


@dataclass(frozen=True)
class Case:
    """A handoff as one person meets it."""

    handoff: Handoff
    sendings: tuple[Sending, ...]
    where: Standing
    units: Directory

    @cached_property
    def side(self) -> Side:
        """The sender's people see all of it; everybody else who sees it is an addressee of now or before."""
        found = side(self.where, self.handoff.from_body, [sending.to_unit for sending in self.sendings])
        return found or "addressee"

    @cached_property
    def profile(self) -> Profile:
        return load_profile(self.handoff.profile)

    @property
    def sender(self) -> Unit:
        return self.units.units[self.handoff.from_unit]

    @property
    def body(self) -> Unit:
        return self.units.units[self.handoff.from_body]

    @property
    def addressee(self) -> Unit:
        return self.units.units[self.handoff.to_unit]

    @cached_property
    def current(self) -> Sending | None:
        """The sending that is with an addressee now, if one is."""
        return next((each for each in self.sendings if each.ordinal == self.handoff.sending), None)

    @property
    def with_unit(self) -> UUID:
        """Where it lies or lay last; before it left, and while it leaves, whom it is for. What came back may be meant for
        another body, which knows nothing of it yet."""
        return self.current.to_unit if self.current else self.handoff.to_unit

    @cached_property
    def own(self) -> Sending | None:
        """The sending this person's body has to do with: for the sender the present one, else the last to them."""
        if self.side == "sender":
            return self.current
        mine = [each for each in self.sendings if each.to_unit in self.where.all]
        return mine[-1] if mine else None

    def came_later(self, line_sending: int, content_at: datetime | None) -> bool:
        """Whether the bytes of a listed paper came only after the sending this side knows had left."""
        own = self.own
        return bool(own and content_at and line_sending <= own.ordinal and own.sent_at < content_at)

    def of(self, handoff: Handoff) -> "Case":
        """The same case after a write."""
        return Case(handoff, self.sendings, self.where, self.units)

    @property
    def state(self) -> State:
        """The state as this side knows it: an addressee knows how the sending to them ended, not what came after."""
        if self.side == "sender":
            return self.handoff.state
        return self.own.state if self.own else "draft"


async def find(person: Person, handoff_id: UUID, *, lock: bool = False) -> Case | None:
    """The case, or None to a stranger. `lock` keeps others from changing it until the transaction ends."""
    where = await standing.standing(person)
    seen, args = standing.scope(person, where)
    tail = locking("h") if lock else ""
    found = await batch(
        [
            (f"SELECT {COLUMNS} FROM handoffs h WHERE h.id = ? AND {seen}{tail}", [handoff_id, *args]),
            (_SENDINGS, [handoff_id]),
            directory.asked(person.county_id),
        ]
    )
    (handoff,), sendings, units = (found[0] or (None,)), found[1], found[2]
    if handoff is None:
        return None
    return Case(
        Handoff(**handoff),
        tuple(Sending(**each) for each in sendings),
        where,
        directory.directory_of(units),
    )


async def find_among(person: Person, handoffs: Collection[UUID]) -> list[Case]:
    """Of several those that `find` would show."""
    return await converse(_find_among(person, handoffs), reading=True)


def _find_among(person: Person, handoffs: Collection[UUID]) -> Dialogue[list[Case]]:
    where = yield from standing.where(person)
    seen, args = standing.scope(person, where)
    marks = ", ".join("?" * len(handoffs))
    found = yield f"SELECT {COLUMNS} FROM handoffs h WHERE h.id IN ({marks}) AND {seen}", [*handoffs, *args]
    return (yield from cases_of(person, where, [Handoff(**entry) for entry in found]))


def cases_of(person: Person, where: Standing, handoffs: list[Handoff]) -> Dialogue[list[Case]]:
    """Handoffs that this person sees, with what belongs to them."""
    if not handoffs:
        return []
    marks = ", ".join("?" * len(handoffs))
    sent, units = yield from listed(
        [
            (
                f"SELECT {SENDING_COLUMNS} FROM handoff_sendings WHERE handoff IN ({marks}) ORDER BY ordinal",
                [handoff.id for handoff in handoffs],
            ),
            directory.asked(person.county_id),
        ]
    )
    sendings = [Sending(**entry) for entry in sent]
    names = directory.directory_of(units)
    return [
        Case(handoff, tuple(each for each in sendings if each.handoff == handoff.id), where, names)
        for handoff in handoffs
    ]


async def load(person: Person, handoff_id: UUID, *, lock: bool = False) -> Case:
    """As `find`; refuses `not_found` to a stranger."""
    found = await find(person, handoff_id, lock=lock)
    if found is None:
        raise Refusal("not_found")
    return found
