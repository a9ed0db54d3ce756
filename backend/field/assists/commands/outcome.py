"""What came of it: evidence secured, people dispersed, injured; and the records that follow from it."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from msgspec import UNSET

from backend.field.assists.bodies import FollowupBody, OutcomeBody
from backend.field.assists.commands.acting import Noun, act_on, enders, speakers
from backend.field.assists.commands.writing import COUNTED, OUTCOME, noted, write
from backend.field.assists.queries.visible import Called, locked
from backend.field.assists.rules.assist import Assist
from backend.foundation.database import row, rows
from backend.foundation.journal import Entry
from backend.foundation.outbox import Merge, Received, Sender, field_versions, merge
from backend.foundation.records import visible_record
from backend.foundation.refusals import Refusal

_LINKED = "SELECT id FROM assist_followups WHERE assist = ? AND record_kind = ? AND record_id = ?"
_LINK = "INSERT INTO assist_followups (id, assist, record_kind, record_id, linked_by, at) VALUES (?, ?, ?, ?, ?, ?)"
Link = tuple[str, UUID]


async def tell_outcome(sender: Sender, assist_id: UUID, body: OutcomeBody) -> Received:
    """Before the end or after it; what is given replaces what was there. Refuses `changed_elsewhere` with the current values.

    Without `base` the last write wins and the call is marked `overwritten`.
    """

    async def work(called: Called) -> Entry | None:
        assist, merged = called.assist, _merged(called.assist, body)
        if not merged.changes:
            return None
        columns: dict[str, Any] = {OUTCOME[name]: value for name, value in merged.changes.items()}
        columns |= {"outcome_by": sender.person.id, "outcome_at": sender.at}
        columns |= {"overwritten": assist.overwritten or merged.overwrote}
        written = await write(assist, columns)
        payload = merged.told(_current(assist), body.base)
        return noted(sender, written, "assist.outcome_told", payload, body.when)

    return await act_on(sender, assist_id, Noun("outcome", enders, afterwards=True), body, work)


def _merged(assist: Assist, body: OutcomeBody) -> Merge:
    said = {name: getattr(body, name) for name in OUTCOME}
    given = {
        name: value
        for name, value in said.items()
        if value is not UNSET and (value is not None or name in COUNTED)
    }
    told_as = {column: name for name, column in OUTCOME.items()}
    versions = {told_as.get(column, column): stamp for column, stamp in field_versions(assist).items()}
    return merge(_current(assist), versions, assist.version, given, body.base)


def _current(assist: Assist) -> dict[str, Any]:
    return {name: getattr(assist, column) for name, column in OUTCOME.items()}


async def link(sender: Sender, assist_id: UUID, body: FollowupBody) -> Received:
    """A finding, handoff, hazard or report that came out of it, once; refuses `assist_followup_unknown`."""

    async def work(called: Called) -> Entry | None:
        followed = await visible_record(sender.person, body.kind, body.id)
        if followed is None or body.kind == "assist":
            raise Refusal("assist_followup_unknown", fields={"id": "没有这条记录，或你无权查看"})
        return await _follow(sender, called, (body.kind, body.id), followed.title, body.when)

    return await act_on(sender, assist_id, Noun("followups", speakers, afterwards=True), body, work)


async def follow_up(sender: Sender, assist_id: UUID, record: Link, title: str) -> None:
    """A record that names the call as its origin hangs on it at once, in the open transaction of whoever made it."""
    called = await locked(assist_id)
    if called is not None:
        await _follow(sender, called, record, title, None)


async def _follow(
    sender: Sender, called: Called, record: Link, title: str, made_at: datetime | None
) -> Entry | None:
    """None where it hung there before."""
    kind, record_id = record
    if await row(_LINKED, called.assist.id, kind, record_id):
        return None
    await rows(_LINK, uuid4(), called.assist.id, kind, record_id, sender.person.id, sender.at)
    written = await write(called.assist, {})
    payload = {"kind": kind, "id": record_id, "title": title}
    return noted(sender, written, "assist.followed", payload, made_at)
