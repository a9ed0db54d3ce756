"""Everything the page and the API show of one notification."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from backend.casework.hazards.queries.pictures import brought, hung_on
from backend.casework.hazards.queries.steps import Course, course
from backend.casework.hazards.queries.visible import Named, load
from backend.casework.hazards.queries.waiting import wait_of
from backend.casework.hazards.rules.access import Side
from backend.casework.hazards.rules.duties import Demand, demands, ground
from backend.casework.hazards.rules.states import WAITING
from backend.casework.hazards.rules.waiting import Waiting
from backend.casework.proofs import proofs
from backend.foundation.evidence.brought import Picture
from backend.foundation.evidence.photo import Photo
from backend.foundation.letters.official import Letter
from backend.foundation.letters.official import find as find_letter
from backend.foundation.mechanism import load_profile
from backend.foundation.people.identity import Person
from backend.foundation.records import Record, visible_record


@dataclass(frozen=True, slots=True)
class Sheet:
    """One notification as somebody on this side sees it; `origin` and `letter` only for those it is theirs to see."""

    named: Named
    side: Side
    course: Course
    proofs: dict[UUID, list[UUID]]
    waiting: Waiting
    demands: dict[str, Demand]
    origin: Record | None
    letter: Letter | None
    hung: list[Photo]
    brought: list[Picture]

    @property
    def ground(self) -> str:
        """On which the government may be told; empty for none."""
        state, refusal = self.named.hazard.state, self.course.last("refusal")
        return ground(
            refused=state == "refused",
            reasoned=bool(refusal and refusal.reason),
            overdue=self.waiting.over and state in WAITING,
        )


async def sheet(person: Person, hazard_id: UUID, at: datetime) -> Sheet:
    """Refuses `not_found` to a stranger."""
    named = await load(person, hazard_id)
    side, told = named.side(person), await course(hazard_id)
    own = side == "sender"
    letter = told.report.letter if told.report and side != "addressee" else None
    return Sheet(
        named=named,
        side=side,
        course=told,
        proofs=await proofs("hazard_step", [step.id for step in told.steps if step.on_behalf]),
        waiting=await wait_of(named.hazard, at),
        demands=demands(load_profile(named.profile)),
        origin=await _origin(person, named) if own else None,
        letter=await find_letter(letter) if letter else None,
        hung=await hung_on(named),
        brought=await brought(named, side),
    )


async def _origin(person: Person, named: Named) -> Record | None:
    origin = named.hazard.origin
    return await visible_record(person, *origin) if origin else None
