"""Days somebody would rather have off, or would rather be on."""

from datetime import date
from typing import Annotated
from uuid import uuid4

import msgspec

from backend.foundation.database import batch, turns
from backend.foundation.journal import Entry, record
from backend.foundation.outbox import Received, Sender, receive_act
from backend.foundation.refusals import Refusal
from backend.foundation.web.bodies import Body
from backend.office.duty.commands.making import Month
from backend.office.duty.queries.wishes import wishes_of
from backend.office.duty.rules.days import next_month

Days = Annotated[list[date], msgspec.Meta(max_length=31)]
_CLEAR = "DELETE FROM duty_wishes WHERE officer = ? AND on_day >= ? AND on_day < ?"
_WISH = "INSERT INTO duty_wishes (id, officer, on_day, wants, made_at) VALUES (?, ?, ?, ?, ?)"


class Wishing(Body):
    """POST: all wishes for the month, in place of those before."""

    month: Month
    off: Days
    on: Days


async def wish(sender: Sender, body: Wishing) -> Received:
    """They weigh when the month is drafted, they bind nobody. The same again changes nothing. Refuses `invalid`."""
    person, month = sender.person, date.fromisoformat(f"{body.month}-01")
    wanted = dict.fromkeys(body.off, "off") | dict.fromkeys(body.on, "on")
    if both := sorted(set(body.off) & set(body.on)):
        days = "、".join(f"{day.day}日" for day in both)
        raise Refusal("invalid", fields={"on": f"{days}又想休又想值，只留一个"})
    if any(not month <= day < next_month(month) for day in wanted):
        raise Refusal("invalid", fields={"off": "日子要在这个月里"})

    async def act() -> Entry | None:
        await batch(turns(person.id))  # of two phones at one instant the last word counts, not both
        if wanted == await wishes_of(person.id, month):
            return None
        await batch([(_CLEAR, [person.id, month, next_month(month)])])
        await batch(
            (_WISH, [uuid4(), person.id, day, wants, sender.at]) for day, wants in sorted(wanted.items())
        )
        payload = {"month": body.month, "off": len(body.off), "on": len(body.on)}
        return record(
            "duty.wished", chain=person.chain, record=("duty", person.id), by=person.id, payload=payload
        )

    return await receive_act(person, ("duty", person.id), act, content=body, noun="wishes", key=sender.key)
