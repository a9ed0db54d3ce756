"""What a draft comes of: looked up as far as its writer sees it, and told once the draft is there."""

from uuid import UUID

from backend.casework.handoffs.bodies.drafting import HandoffBody
from backend.casework.handoffs.commands import judging
from backend.casework.handoffs.rules.handoff import Handoff
from backend.casework.handoffs.rules.origin import no_drill, sources
from backend.foundation.outbox import Sender, hang_on
from backend.foundation.people.identity import Person
from backend.foundation.records import visible_record
from backend.foundation.refusals import Refusal


async def sources_of(person: Person, body: HandoffBody) -> dict[str, UUID | None]:
    """By the column each is kept in. Refuses `origin_unknown` for a record that is not theirs to see, `invalid` for a drill
    and for what no case comes of."""
    origin = (body.origin.kind, body.origin.id) if body.origin else None
    found = sources(origin, finding=body.finding, complaint=body.complaint)
    for kind in ("finding", "complaint"):
        await judging.found_at(person, kind, found[kind])
    if found["assist"] is not None:
        call = await visible_record(person, "assist", found["assist"])
        if call is None:
            raise Refusal("origin_unknown", fields={"origin": "没有这次支援，或你无权查看"})
        no_drill(exercise=bool(call.facts.get("exercise")))
    return found


async def hang(by: Sender, handoff: Handoff) -> None:
    """The call shows at once that a case came of it; what about, only who sees the case reads."""
    call = await visible_record(by.person, "assist", handoff.assist) if handoff.assist else None
    if call is not None:
        await hang_on(by, call, ("handoff", handoff.id), "案件移送")
