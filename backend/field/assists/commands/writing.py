"""Writing a call's row, its responses and its steps; the next step of the server is kept in step with them."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from backend.field.assists.queries.visible import Called
from backend.field.assists.rules.assist import Assist, Response
from backend.field.assists.rules.escalation import Due, next_step, thresholds
from backend.field.assists.rules.states import first_moments, standing
from backend.foundation.database import rows
from backend.foundation.journal import Entry, record
from backend.foundation.outbox import Sender, stamped, write_over
from backend.foundation.preferences import preferences

COLUMNS = tuple(each.name for each in fields(Assist))
CHANGEABLE = ("severity", "reason", "note", "patrol", "finding", "phone", "hazards", "alarm_number")
# The columns of what came of it, by the names they are told by.
OUTCOME = {
    "evidence": "evidence",
    "dispersed": "dispersed",
    "injured": "injured",
    "text": "outcome",
    "alarm_number": "alarm_number",
}
COUNTED = ("dispersed", "injured")
_MERGED = {*CHANGEABLE, *OUTCOME.values()}
_RESPONSE = tuple(each.name for each in fields(Response))
_KEPT = ", ".join(f"{name} = excluded.{name}" for name in _RESPONSE if name != "id")
_PUT_RESPONSE = (
    f"INSERT INTO assist_responses (assist, {', '.join(_RESPONSE)}) VALUES (?, {', '.join('?' * len(_RESPONSE))}) "
    f"ON CONFLICT (id) DO UPDATE SET {_KEPT}"
)
_DONE = "SELECT step FROM assist_escalations WHERE assist = ? AND round = ?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One act to be written down; `response`: whose course it belongs to."""

    noun: str
    at: datetime
    response: UUID | None = None
    on_behalf: bool = False
    channel: str = ""
    words: str = ""


async def write(assist: Assist, changes: Mapping[str, Any]) -> Assist:
    """Write `changes` over the version that was judged; refuses `conflict` when somebody was faster."""
    touched = [name for name in changes if name in _MERGED]
    return await write_over("assists", assist, {**changes, **stamped(assist, touched)})


async def settle(
    called: Called, responses: Collection[Response], changes: Mapping[str, Any], at: datetime
) -> Assist:
    """Write `changes`, and what follows from who answers now: the state, the first moments, the server's next step.

    Where everybody who had answered has left again, a new round of waiting begins.
    """
    before = called.assist
    state = changes.get("state") or standing(responses)
    again = state == "raised" and before.state != "raised"
    values = {
        **changes,
        "state": state,
        **_earliest(before, first_moments(responses)),
        **({"round": before.round + 1, "round_since": at} if again else {}),
    }
    return await write(before, {**values, **next_columns(await due_of(replace(before, **values)))})


async def due_of(assist: Assist) -> Due | None:
    """What the server does next; nothing once it has ended, and nothing in a test of the machinery."""
    if not assist.open or assist.status == "test":
        return None
    done = [entry["step"] for entry in await rows(_DONE, assist.id, assist.round)]
    limits = thresholds(assist.severity, await preferences(assist.township))
    return next_step(assist.state, assist.round_since, done, limits)


def next_columns(due: Due | None) -> dict[str, Any]:
    return {"next_at": due.at if due else None, "next_step": due.step if due else ""}


async def put_response(assist_id: UUID, response: Response) -> None:
    """Write a response, new or as it stands now."""
    await rows(_PUT_RESPONSE, assist_id, *(getattr(response, name) for name in _RESPONSE))


def with_response(responses: Iterable[Response], changed: Response) -> list[Response]:
    """The responses with this one in the place of what it was."""
    return [*(each for each in responses if each.id != changed.id), changed]


async def add_step(sender: Sender, assist: Assist, step: Step) -> None:
    values = {
        "id": sender.key or uuid4(),
        "assist": assist.id,
        "response": step.response,
        "noun": step.noun,
        "at": step.at,
        "received_at": sender.at,
        "officer": sender.person.id,
        "on_behalf": step.on_behalf,
        "channel": step.channel,
        "words": step.words,
    }
    await rows(
        f"INSERT INTO assist_steps ({', '.join(values)}) VALUES ({', '.join('?' * len(values))})",
        *values.values(),
    )


def noted(
    sender: Sender, assist: Assist, kind: str, payload: dict[str, Any], made_at: datetime | None = None
) -> Entry:
    """The event, in the chain the call is written in; drills say so in every line."""
    marked = {"status": assist.status} if assist.exercise else {}
    return record(
        kind,
        chain=assist.chain,
        record=("assist", assist.id),
        by=sender.person.id,
        payload={**payload, **marked},
        made_at=made_at,
    )


def _earliest(before: Assist, found: Mapping[str, datetime | None]) -> dict[str, datetime | None]:
    """The first moments never get later: who left and came back was there before."""
    return {
        name: min((each for each in (getattr(before, name), moment) if each), default=None)
        for name, moment in found.items()
    }
