"""A shift besides what the posts ask for: a festival, a market that was moved; also once the month is published."""

from datetime import date, timedelta
from uuid import UUID

from backend.foundation.database import rows
from backend.foundation.journal import Entry
from backend.foundation.outbox import Received, Sender, receive_put
from backend.foundation.refusals import Refusal
from backend.foundation.web.bodies import Body
from backend.office.duty.commands.writing import day_words, note, touch
from backend.office.duty.queries.posts import visible_post
from backend.office.duty.queries.rosters import load_roster
from backend.office.duty.rules.days import month_of
from backend.office.duty.rules.making import begins_at
from backend.office.duty.rules.slots import write_slots

_SHIFT = "INSERT INTO shifts (id, roster, kind, name, place, begins_at, ends_at, needs) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"


class ShiftBody(Body):
    """PUT: like which post, on which day of the roster's month."""

    roster: UUID
    post: UUID
    on_day: date


async def add_shift(sender: Sender, shift_id: UUID, body: ShiftBody) -> Received:
    """It stands for itself: making shifts anew from the posts leaves it. Refuses `invalid`, `shift_over`, a stranger's
    `not_found`, and as any PUT."""

    async def create() -> Entry:
        roster = await load_roster(sender.person, body.roster, lock=True)
        post = (await visible_post(sender.person, body.post)).post
        if month_of(body.on_day) != roster.month:
            raise Refusal(
                "invalid", fields={"on_day": f"选{roster.month.year}年{roster.month.month}月里的一天"}
            )
        begins = begins_at(body.on_day, post.begins_minute)
        ends = begins + timedelta(minutes=post.length_minutes)
        if ends <= sender.at:
            raise Refusal("shift_over")
        needs = write_slots(post.needs)
        await rows(_SHIFT, shift_id, roster.id, post.kind, post.name, post.place, begins, ends, needs)
        await touch(roster.id)
        return note("roster.shift_added", roster.id, sender, {"shift": f"{day_words(begins)} {post.name}"})

    return await receive_put(sender.person, "roster", shift_id, body, create=create)
