"""签到 and 签退: never refused for where somebody stands, only marked; refused where the shift is another's or over."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from backend.foundation.database import rows
from backend.foundation.journal import Entry, record
from backend.foundation.outbox import Received, Sender, receive_put
from backend.foundation.people.identity import Person
from backend.foundation.people.permissions import may
from backend.foundation.positions import whole
from backend.foundation.preferences import preferences
from backend.foundation.refusals import Refusal
from backend.office.duty.queries.presence import own_duty
from backend.office.duty.turnout.bodies import TurnoutBody
from backend.office.duty.turnout.commands.moments import moment
from backend.office.duty.turnout.queries.codes import place_of_code
from backend.office.duty.turnout.queries.watches import Holder, Watch, find_watch
from backend.office.duty.turnout.rules.fence import Judged, judged
from backend.office.duty.turnout.rules.proving import how_shown, may_confirm, of_this_place
from backend.office.duty.turnout.rules.standing import How, in_time, limits_of

_COLUMNS: Final = (
    "id", "township", "assignment", "noun", "at", "how", "fence", "distance_m", "lat", "lon", "accuracy_m",
    "position_source", "note", "recorded_by", "made_at", "received_at", "device", "clock_offset_s",
)  # fmt: skip
_INSERT: Final = f"INSERT INTO turnouts ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))})"


@dataclass(frozen=True, slots=True)
class _Told:
    """Who came or went on which shift, when, and what shows it."""

    watch: Watch
    holder: Holder
    at: datetime
    how: How
    said: Judged


async def turn_out(sender: Sender, turnout_id: UUID, body: TurnoutBody) -> Received:
    """PUT: one comes or goes, or has seen a colleague. Refuses `not_found`, `turnout_not_yours`, `turnout_too_early`,
    `turnout_over`, `turnout_wrong_code`, `turnout_not_there`, `turnout_own_leaving`, `time_in_future`, `invalid`, and as any PUT."""

    async def create() -> Entry:
        person = sender.person
        told = await _judge(sender, body)
        await _write(sender, turnout_id, body, told)
        return record(
            f"turnout.{body.noun}",
            chain=person.chain,
            record=("turnout", turnout_id),
            by=person.id,
            payload={
                "username": told.holder.username,
                "shift": told.watch.id,
                "how": told.how,
                "fence": told.said.fence,
            },
            made_at=told.at,
        )

    return await receive_put(sender.person, "turnout", turnout_id, body, create=create)


async def _judge(sender: Sender, body: TurnoutBody) -> _Told:
    at = moment(sender, body.when)
    watch = await _watch(sender.person, body.shift)
    holder = _holder(watch, body.officer or sender.person.username)
    settings = await preferences(watch.township)
    in_time(body.noun, watch.span, at, limits_of(settings))
    how = await _how(sender.person, watch, holder, body, at)
    return _Told(
        watch,
        holder,
        at,
        how,
        judged(watch.spot, body.position, most_accuracy_m=settings["duty.most_accuracy_m"]),
    )


async def _watch(person: Person, shift_id: UUID) -> Watch:
    found = await find_watch(person.township_id, shift_id)
    if found is None:
        raise Refusal("not_found")
    return found


def _holder(watch: Watch, username: str) -> Holder:
    found = next((each for each in watch.people if each.username == username), None)
    if found is None:
        raise Refusal("turnout_not_yours")
    return found


async def _how(person: Person, watch: Watch, holder: Holder, body: TurnoutBody, at: datetime) -> How:
    """What shows it, judged; a colleague has to be there to have seen it."""
    confirmed = holder.officer != person.id
    if confirmed:
        on_duty = await own_duty(person.id, at) is not None
        may_confirm(body.noun, on_duty=on_duty, oversees=may(person, "duty.oversee"))
    elif body.code is not None:
        place = await place_of_code(watch.township, body.code)
        of_this_place(watch.place, place.id if place else None)
    if body.position is not None:
        whole(body.position)
    return how_shown(place=watch.place, code=body.code, fix=body.position, confirmed=confirmed)


async def _write(sender: Sender, turnout_id: UUID, body: TurnoutBody, told: _Told) -> None:
    fix = body.position
    values: dict[str, Any] = {
        "id": turnout_id,
        "township": told.watch.township,
        "assignment": told.holder.id,
        "noun": body.noun,
        "at": told.at,
        "how": told.how,
        "fence": told.said.fence,
        "distance_m": told.said.distance_m,
        "lat": fix.lat if fix else None,
        "lon": fix.lon if fix else None,
        "accuracy_m": fix.accuracy_m if fix else None,
        "position_source": fix.source if fix else "none",
        "note": body.note or "",
        "recorded_by": sender.person.id,
        **sender.stamps(body.made_at),
    }
    await rows(_INSERT, *(values[name] for name in _COLUMNS))
