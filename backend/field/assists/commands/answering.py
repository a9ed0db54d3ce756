"""已接警（已响应）、出警、到场、不能前往: each responder's own course, tapped or recorded on their behalf."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from backend.field.assists.alarm import sound
from backend.field.assists.bodies import Answer, Withdrawal
from backend.field.assists.commands.acting import Noun, act_on, moment_in
from backend.field.assists.commands.writing import (
    Step,
    add_step,
    noted,
    put_response,
    settle,
    with_response,
)
from backend.field.assists.queries.people import named
from backend.field.assists.queries.visible import Called
from backend.field.assists.rules import answering
from backend.field.assists.rules.access import is_police, may_answer
from backend.field.assists.rules.assist import Response
from backend.foundation.journal import Entry
from backend.foundation.outbox import Received, Sender
from backend.foundation.refusals import Refusal

EVENTS = {
    "acknowledgement": "assist.acknowledged",
    "departure": "assist.departed",
    "arrival": "assist.arrived",
    "withdrawal": "assist.withdrawn",
}


@dataclass(frozen=True, slots=True)
class Saying:
    """A step of a course: by whom it is said, how, and the words."""

    noun: answering.Noun
    when: datetime | None
    words: str
    by: str = ""
    channel: str = ""
    police: bool = False  # said of somebody without an account; of colleagues their roles say it


async def acknowledge(sender: Sender, assist_id: UUID, body: Answer) -> Received:
    """已接警 by police, 已响应 by others: of two at once both come, and the first is named first."""
    return await _answer(sender, assist_id, "acknowledgement", body)


async def depart(sender: Sender, assist_id: UUID, body: Answer) -> Received:
    """出警; it also says that the call was answered."""
    return await _answer(sender, assist_id, "departure", body)


async def arrive(sender: Sender, assist_id: UUID, body: Answer) -> Received:
    """到场; it also says that they had left."""
    return await _answer(sender, assist_id, "arrival", body)


async def withdraw(sender: Sender, assist_id: UUID, body: Withdrawal) -> Received:
    """不能前往; where nobody of the police is left, the waiting begins anew. Refuses `assist_not_answered`."""
    saying = Saying("withdrawal", body.when, body.reason or body.note or "")
    return await _step(sender, assist_id, saying, body)


async def _answer(sender: Sender, assist_id: UUID, noun: answering.Noun, body: Answer) -> Received:
    by = "" if body.by == sender.person.username else (body.by or "")
    if by and body.channel is None:
        raise Refusal("assist_channel_needed", fields={"channel": "对讲机、电话或当面"})
    channel = body.channel or "" if by else ""
    saying = Saying(noun, body.when, body.words or body.note or "", by, channel, body.police)
    return await _step(sender, assist_id, saying, body)


async def _step(sender: Sender, assist_id: UUID, saying: Saying, body: Any) -> Received:
    """Refuses `not_allowed` to whoever called, unless they speak for somebody else."""

    async def work(called: Called) -> Entry | None:
        may_answer(sender.person, called.assist, on_behalf=bool(saying.by))
        before = await _course(sender, called, saying)
        if before in called.responses and answering.was_done(before, saying.noun):
            return None
        at = moment_in(sender, called, saying.when)
        response = answering.after(before, saying.noun, at)
        responses = with_response(await _taken_over(called, response, at), response)
        await put_response(assist_id, response)
        written = await settle(called, responses, {}, sender.at)
        await add_step(sender, written, _written(saying, response, at))
        again = written.round > called.assist.round
        now = replace(called, assist=written, responses=responses)
        payload = _payload(saying, response, at) | {
            "told": (await sound("raised" if again else "answered", now, sender.at)).told
        }
        return noted(sender, written, EVENTS[saying.noun], payload, saying.when)

    return await act_on(sender, assist_id, Noun(saying.noun), body, work)


async def _course(sender: Sender, called: Called, saying: Saying) -> Response:
    """The course so far of whoever it is about; a new one for who has none."""
    by, township = saying.by, called.assist.township
    known = await named(called.assist, by) if by else None
    if by and known is None:
        # A name nobody knows is no police until somebody says so: it may be a slip of the pen.
        return _outsider(_found(called, None, by) or _new(None, by, None, police=False), saying)
    officer = known.id if known else sender.person.id
    own = _found(called, officer, "")
    if own is not None:
        return own
    if officer == called.assist.raised_by:
        raise Refusal("assist_person_unknown", fields={"by": "这是发出支援的人"})
    if known is not None:
        return _new(known.id, known.name, known.unit, police=is_police(known.roles, township))
    person = sender.person
    return _new(person.id, person.name, person.unit_id, police=is_police(person.roles, township))


def _found(called: Called, officer: UUID | None, name: str) -> Response | None:
    return next(
        (
            each
            for each in called.responses
            if each.officer == officer and (officer is not None or each.name == name)
        ),
        None,
    )


def _outsider(response: Response, saying: Saying) -> Response:
    return replace(response, police=True) if saying.police else response


def _new(officer: UUID | None, name: str, unit: UUID | None, *, police: bool) -> Response:
    return Response(uuid4(), officer, name, unit, police, *([None] * 6))


async def _taken_over(called: Called, response: Response, at: datetime) -> list[Response]:
    """Who was handing over to this responder may leave now."""
    if response.officer is None or not response.active:
        return called.responses
    responses = []
    for each in called.responses:
        handed = each.handing_to == response.officer and each.active
        responses.append(answering.left(each, at) if handed else each)
        if handed:
            await put_response(called.assist.id, responses[-1])
    return responses


def _written(saying: Saying, response: Response, at: datetime) -> Step:
    return Step(
        noun=saying.noun,
        at=at,
        response=response.id,
        on_behalf=bool(saying.by),
        channel=saying.channel,
        words=saying.words,
    )


def _payload(saying: Saying, response: Response, at: datetime) -> dict[str, Any]:
    return {
        "name": response.name,
        "police": response.police,
        "at": at,
        "on_behalf": bool(saying.by),
        "channel": saying.channel,
        "words": saying.words,
    }
