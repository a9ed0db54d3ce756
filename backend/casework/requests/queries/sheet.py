"""Everything the page and the API show of one request."""

from dataclasses import dataclass
from itertools import chain
from uuid import UUID

from backend.casework.proofs import proofs
from backend.casework.requests.queries.steps import steps_of
from backend.casework.requests.queries.visible import Named, load
from backend.casework.requests.rules.kinds import Basis, basis
from backend.casework.requests.rules.request import Step
from backend.foundation.clocks import Clock, clocks_of, clocks_of_many
from backend.foundation.letters.official import Letter
from backend.foundation.letters.official import find as find_letter
from backend.foundation.mechanism import load_profile
from backend.foundation.people.identity import Person
from backend.foundation.records import Record, visible_record


@dataclass(frozen=True, slots=True)
class Sheet:
    """`proofs` are those of steps recorded on behalf; of the `limits` that of the 书面通知 comes first, then those of the answers;
    `origin` only for who asked."""

    named: Named
    steps: list[Step]
    proofs: dict[UUID, list[UUID]]
    limits: list[Clock]
    letter: Letter | None
    basis: Basis
    origin: Record | None

    def last(self, party: UUID, noun: str) -> Step | None:
        """The newest step of that noun on one body's part."""
        return next(
            (step for step in reversed(self.steps) if step.party == party and step.noun == noun), None
        )


async def sheet(person: Person, request_id: UUID) -> Sheet:
    """Refuses `not_found` to a stranger."""
    named = await load(person, request_id)
    request, parties = named.request, [each.party.id for each in named.asked]
    answers = await clocks_of_many("request_party", parties)
    own, steps = named.side == "asking", await steps_of(request_id, parties)
    return Sheet(
        named,
        steps,
        await proofs("request_step", [step.id for step in steps if step.on_behalf]),
        [*await clocks_of(("request", request_id)), *chain.from_iterable(answers.values())],
        await find_letter(request.letter) if request.letter else None,
        basis(load_profile(named.profile), request.kind),
        await visible_record(person, *request.origin) if own and request.origin else None,
    )
