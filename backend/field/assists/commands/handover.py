"""移交: another comes in one's place. Whoever hands over stays responsible until the other has answered."""

from dataclasses import replace
from uuid import UUID, uuid4

from backend.field.assists.alarm import sound
from backend.field.assists.bodies import Handover
from backend.field.assists.commands.acting import Noun, act_on, moment_in
from backend.field.assists.commands.writing import (
    Step,
    add_step,
    noted,
    put_response,
    settle,
    with_response,
)
from backend.field.assists.queries.people import Named, named
from backend.field.assists.queries.visible import Called
from backend.field.assists.rules import answering
from backend.field.assists.rules.access import is_police, response_of
from backend.field.assists.rules.assist import Response
from backend.foundation.journal import Entry
from backend.foundation.outbox import Received, Sender
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal


def _is_coming(person: Person, called: Called) -> bool:
    """Also whoever has left since by handing over: to be told that it is done."""
    own = response_of(called.responses, person.id)
    return own is not None and (own.active or own.handing_to is not None)


async def hand_over(sender: Sender, assist_id: UUID, body: Handover) -> Received:
    """By a responder; refuses `assist_person_unknown` for somebody who answers no calls."""

    async def work(called: Called) -> Entry | None:
        other = await named(called.assist, body.to)
        if other is None or not other.answers or other.id in (sender.person.id, called.assist.raised_by):
            raise Refusal("assist_person_unknown", fields={"to": "选一位能接警的同事"})
        own = response_of(called.responses, sender.person.id)
        assert own is not None  # the noun allows nobody else
        if own.handing_to == other.id:
            return None
        if not own.active:
            raise Refusal("not_allowed")
        asked = await _asked(sender, called, other)
        at = moment_in(sender, called, body.when)
        left = answering.left(own, at) if asked.active else own
        left = replace(left, handing_to=other.id)
        await put_response(assist_id, left)
        responses = with_response(with_response(called.responses, asked), left)
        written = await settle(called, responses, {}, sender.at)
        step = Step(noun="handover", at=at, response=own.id, words=body.note or "")
        await add_step(sender, written, step)
        sounded = await sound(
            "handover", replace(called, responses=responses), sender.at, asked=other.id, words=body.note or ""
        )
        payload = {"to": other.name, "words": body.note, "at": at, "told": sounded.told}
        return noted(sender, written, "assist.handed_over", payload, body.when)

    return await act_on(sender, assist_id, Noun("handover", _is_coming), body, work)


async def _asked(sender: Sender, called: Called, other: Named) -> Response:
    """The other's response: their own where they come already, else one that waits for their answer."""
    known = next((each for each in called.responses if each.officer == other.id), None)
    if known is not None and known.active:
        return known
    police = is_police(other.roles, called.assist.township)
    waiting = known or Response(uuid4(), other.id, other.name, other.unit, police, *([None] * 6))
    waiting = replace(waiting, asked_at=sender.at)
    await put_response(called.assist.id, waiting)
    return waiting
