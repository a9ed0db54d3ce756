"""上岗、下岗: each for themselves, at the moment they say so."""

from collections.abc import Awaitable, Callable
from uuid import uuid4

import msgspec

from backend.foundation.database import row
from backend.foundation.journal import Entry, record
from backend.foundation.outbox import Received, Sender, receive_act
from backend.foundation.refusals import Refusal
from backend.foundation.web.bodies import Body
from backend.office.duty.queries.presence import own_duty

# Of two taps at one instant the second finds the mark of the first.
_BEGIN = "INSERT INTO duty_marks (id, officer, since_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING RETURNING id"
_END = "UPDATE duty_marks SET until_at = ? WHERE officer = ? AND until_at IS NULL RETURNING id"
_EVER = "SELECT id FROM duty_marks WHERE officer = ? LIMIT 1"


class Presence(Body):
    """POST and DELETE say nothing besides."""


async def begin(sender: Sender) -> Received:
    """上岗; again changes nothing."""

    async def act() -> Entry | None:
        began = await row(_BEGIN, uuid4(), sender.person.id, sender.at)
        return _noted(sender, "duty.begun") if began else None

    return await _act(sender, act, Presence(), "begin")


async def end(sender: Sender) -> Received:
    """下岗; again changes nothing. Refuses `never_on_duty`, and `on_a_shift`: a shift is left at the post."""

    async def act() -> Entry | None:
        if await row(_END, sender.at, sender.person.id):
            return _noted(sender, "duty.ended")
        if await own_duty(sender.person.id, sender.at):
            raise Refusal("on_a_shift")
        if await row(_EVER, sender.person.id) is None:
            raise Refusal("never_on_duty")
        return None

    return await _act(sender, act, Presence(), "end")


async def _act(
    sender: Sender, act: Callable[[], Awaitable[Entry | None]], body: msgspec.Struct, noun: str
) -> Received:
    subject = ("duty", sender.person.id)
    return await receive_act(sender.person, subject, act, content=body, noun=noun, key=sender.key)


def _noted(sender: Sender, kind: str) -> Entry:
    person = sender.person
    payload = {"username": person.username, "at": sender.at}
    return record(kind, chain=person.chain, record=("duty", person.id), by=person.id, payload=payload)
