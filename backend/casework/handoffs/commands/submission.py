"""送审: the draft is complete enough for the leader to decide on; the letter is drafted from it."""

from datetime import date, datetime
from uuid import UUID

from backend.casework.handoffs.bodies.acting import Act
from backend.casework.handoffs.commands import judging
from backend.casework.handoffs.commands.acting import Noun, act_on, senders, turned
from backend.casework.handoffs.commands.writing import note_step, write
from backend.casework.handoffs.queries.materials import checklist, lines_of
from backend.casework.handoffs.queries.visible import Case
from backend.casework.handoffs.rules import consent, materials, ongoing, states
from backend.casework.handoffs.rules.limits import discovery
from backend.foundation.journal import Entry
from backend.foundation.now import local
from backend.foundation.outbox import Received, Sender

SUBMISSION = Noun("submission", senders, "submission")


async def submit(by: Sender, handoff_id: UUID, body: Act) -> Received:
    """By any officer of the sending unit. Refuses `facts_missing`, `materials_missing`, `stop_record_missing`,
    `stop_not_as_required`, `notice_record_missing`, `power_needs_two_officers`, `discovery_reason_needed`,
    `consent_missing`, each with the place's clause, and `handoff_state`."""

    async def work(case: Case) -> Entry:
        state = states.after(case.handoff.state, "submission")
        await ready(by, case)
        at = await turned(by, case, body.when)
        said = {"state": state, "submitted_by": by.person.id, "sending": case.handoff.next_sending}
        changed = await write(case.handoff, said)
        return await note_step(by, case.of(changed), "submission", at=at, shared=False, text=body.note or "")

    return await act_on(by, handoff_id, SUBMISSION, body, work, said=body.when)


async def ready(by: Sender, case: Case) -> None:
    """What the place's text and the law ask before a case leaves, except what only the seal and the sending need."""
    handoff, profile = case.handoff, case.profile
    materials.facts_written(profile, handoff.facts)
    await _timely(by, case)
    ongoing.stopped(profile, ongoing=handoff.ongoing, stop=handoff.stop, notice=handoff.notice)
    await judging.judge_stop(by.person.county_id, handoff.stop)
    consent.given(
        profile, handoff.direction, major=handoff.major, consented=handoff.consent_record is not None
    )
    if handoff.direction != "stationed":
        materials.three_kinds(profile, checklist(await lines_of(handoff.id)))


async def _timely(by: Sender, case: Case) -> None:
    found = await judging.found_at(by.person, "finding", case.handoff.finding)
    days = (_day(case.handoff.discovered_at), _day(found) if found else None)
    discovery(case.handoff.discovered_at, found, case.handoff.discovered_reason, days=days)


def _day(moment: datetime) -> date:
    return local(moment).date()
