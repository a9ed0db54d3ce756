"""Records that may still be missing when the draft is written: stopping it, telling the other side, the consent."""

from typing import Any
from uuid import UUID

import msgspec

from backend.casework.handoffs.bodies.acting import Consent
from backend.casework.handoffs.bodies.words import NoticeRecord, StopRecord
from backend.casework.handoffs.commands import judging
from backend.casework.handoffs.commands.acting import Noun, act_on, senders, writers
from backend.casework.handoffs.commands.writing import note_step, write, write_fields
from backend.casework.handoffs.queries.visible import Case
from backend.casework.handoffs.rules import states
from backend.casework.handoffs.rules.handoff import Consent as Given
from backend.casework.handoffs.rules.ongoing import Stop
from backend.foundation.journal import Entry
from backend.foundation.outbox import Received, Sender

STOP = Noun("stop-record", writers)
NOTICE = Noun("notice-record", writers)
CONSENT = Noun("consent", senders)


async def note_stop(by: Sender, handoff_id: UUID, body: StopRecord) -> Received:
    """Who stopped it, when, how; 责令 is judged by the certificates of that moment (`power_needs_two_officers`)."""

    async def work(case: Case) -> Entry | None:
        states.not_sent(case.handoff.state)
        kept = await judging.stop_of(by, case.profile, body)
        assert kept is not None
        await judging.judge_stop(by.person.county_id, msgspec.convert(kept, Stop))
        return await _keep(by, case, "stop_record", kept, body)

    return await act_on(by, handoff_id, STOP, body, work, said=body.at)


async def note_notice(by: Sender, handoff_id: UUID, body: NoticeRecord) -> Received:
    """Who told the other side, when, how."""

    async def work(case: Case) -> Entry | None:
        states.not_sent(case.handoff.state)
        kept = judging.notice_of(by, body)
        assert kept is not None
        return await _keep(by, case, "notice_record", kept, body)

    return await act_on(by, handoff_id, NOTICE, body, work, said=body.at)


async def consent(by: Sender, handoff_id: UUID, body: Consent) -> Received:
    """The department's prior consent to a major case: who gave it and how; the same said again changes nothing."""

    async def work(case: Case) -> Entry | None:
        states.not_sent(case.handoff.state)
        at = by.acted_at(body.when)
        handoff = case.handoff
        if handoff.consent and (handoff.consent.by, handoff.consent.how) == (body.by, body.how):
            return None
        await judging.near_discovery(
            by.person, handoff.finding, handoff.discovered_at, {"consent_record": {"at": at}}
        )
        given = msgspec.json.encode(Given(at=at, by=body.by, how=body.how)).decode()
        changed = await write(case.handoff, {"consent_record": given, "major": True})
        return await note_step(
            by, case.of(changed), "consent", at=at, shared=False, text=body.how, details={"by": body.by}
        )

    return await act_on(by, handoff_id, CONSENT, body, work, said=body.when)


async def _keep(
    by: Sender, case: Case, field: str, kept: dict[str, Any], said: StopRecord | NoticeRecord
) -> Entry | None:
    handoff = case.handoff
    if handoff.values()[field] == kept:
        return None
    await judging.near_discovery(by.person, handoff.finding, handoff.discovered_at, {field: kept})
    changed = await write_fields(handoff, {field: kept})
    return await note_step(by, case.of(changed), field, at=said.at, shared=False, text=said.how, details=kept)
