"""Beginning a visit, saying that all is well, ending it."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from backend.field.checkins.bodies import CheckinBody, Well
from backend.field.checkins.commands.writing import (
    COLUMNS,
    Step,
    add_step,
    next_columns,
    position_columns,
    write,
)
from backend.field.checkins.queries.people import Visitor, visitor
from backend.field.checkins.queries.visible import Named, load
from backend.field.checkins.rules.access import in_whose_name, may_begin
from backend.field.checkins.rules.checkin import Checkin
from backend.field.checkins.rules.timer import Timer, first_step
from backend.foundation.database import row, rows
from backend.foundation.journal import Entry
from backend.foundation.outbox import Received, Sender, receive_act, receive_put
from backend.foundation.preferences import preferences
from backend.foundation.refusals import Refusal, needed

_INSERT = f"INSERT INTO checkins ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"
_RUNNING = "SELECT id FROM checkins WHERE officer = ? AND ended_at IS NULL"
_NO_POSITION: Final[dict[str, Any]] = {
    "lat": None,
    "lon": None,
    "accuracy_m": None,
    "position_source": "none",
    "position_at": None,
}


async def begin(sender: Sender, checkin_id: UUID, body: CheckinBody) -> Received:
    """PUT: the timer runs. Refuses `checkin_running`, `invalid`, `not_allowed`, `time_in_future`, and as any PUT."""

    async def create() -> Entry:
        who = await _visitor(sender, body)
        if await row(_RUNNING, who.id):
            raise Refusal("checkin_running")
        checkin = await _checkin(sender, checkin_id, body, who)
        await rows(_INSERT, *(getattr(checkin, name) for name in COLUMNS))
        payload = {
            "name": who.name,
            "place": checkin.place,
            "reason": checkin.reason,
            "interval_minutes": checkin.interval_minutes,
        }
        step = Step(noun="begun", at=checkin.begun_at, received_at=sender.at, officer=sender.person.id)
        return await add_step(checkin, step, payload)

    return await receive_put(sender.person, "checkin", checkin_id, body, create=create)


async def say_well(sender: Sender, checkin_id: UUID, body: Well) -> Received:
    """报平安: the timer begins anew, from when it was said. An older word that arrives late changes nothing; once help was
    called for it is noted and stops nobody. Refuses `checkin_ended`, `not_allowed`, `checkin_channel_needed`."""

    async def work(found: Named, at: datetime) -> Entry | None:
        checkin = found.checkin
        if not checkin.open:
            raise Refusal("checkin_ended")
        if at <= checkin.well_at:
            return None
        timer = replace(checkin.timer, well_at=at)
        runs = {} if checkin.assist else next_columns(first_step(timer, sender.at))
        changes = {"well_at": at, **runs, **position_columns(body.position, at)}
        return await add_step(await write(checkin, changes), _said("well", sender, body, at))

    return await _act(sender, checkin_id, body, "oks", work)


async def end(sender: Sender, checkin_id: UUID, body: Well) -> Received:
    """平安结束; again changes nothing. Refuses as `say_well`."""

    async def work(found: Named, at: datetime) -> Entry | None:
        checkin = found.checkin
        if not checkin.open:
            return None
        at = max(at, checkin.begun_at)
        changes = {"ended_at": at, "ended_by": sender.person.id, **next_columns(None)}
        written = await write(checkin, changes | position_columns(body.position, at))
        return await add_step(written, _said("ended", sender, body, at))

    return await _act(sender, checkin_id, body, "ending", work)


async def _act(sender: Sender, checkin_id: UUID, body: Well, noun: str, work: Any) -> Received:
    async def act() -> Entry | None:
        found = await load(sender.person, checkin_id, lock=True)
        checkin = found.checkin
        in_whose_name(
            sender.person,
            officer=checkin.officer,
            unit=checkin.unit,
            begun_by=checkin.begun_by,
            channel=body.channel,
        )
        entry: Entry | None = await work(found, _moment(sender, body.when))
        return entry

    return await receive_act(
        sender.person, ("checkin", checkin_id), act, content=body, noun=noun, key=sender.key
    )


async def _visitor(sender: Sender, body: CheckinBody) -> Visitor:
    person = sender.person
    if person.township_id is None:
        raise Refusal("not_allowed", "报平安在乡镇里用")
    who = await visitor(person.township_id, body.officer or person.username)
    if who is None:
        raise Refusal("invalid", fields={"officer": "从名单里选人"})
    may_begin(person, officer=who.id, unit=who.unit)
    needed({"place": (body.place, "写去哪里"), "reason": (body.reason, "选为什么要报平安")})
    return who


async def _checkin(sender: Sender, checkin_id: UUID, body: CheckinBody, who: Visitor) -> Checkin:
    person, at = sender.person, _moment(sender, body.when)
    assert person.township_id is not None  # judged
    timer = await _waits(person.township_id, at, body.interval_minutes)
    return Checkin(
        id=checkin_id,
        township=person.township_id,
        unit=who.unit,
        officer=who.id,
        begun_by=person.id,
        place=body.place.strip(),
        reason=body.reason.strip(),
        note=body.note or "",
        exercise=body.exercise,
        interval_minutes=body.interval_minutes,
        grace_minutes=_minutes(timer.grace),
        second_minutes=_minutes(timer.second),
        begun_at=at,
        **sender.stamps(body.made_at),
        well_at=at,
        **(_NO_POSITION | position_columns(body.position, at)),
        **next_columns(first_step(timer, sender.at)),
        assist=None,
        ended_at=None,
        ended_by=None,
        version=1,
    )


async def _waits(township: UUID, at: datetime, interval_minutes: int) -> Timer:
    """As the township waits now; what it changes later concerns later visits."""
    settings = await preferences(township)
    grace, second = (timedelta(minutes=settings[f"checkin.{name}_minutes"]) for name in ("grace", "second"))
    return Timer(at, timedelta(minutes=interval_minutes), grace, second)


def _minutes(span: timedelta) -> int:
    return int(span.total_seconds()) // 60


def _said(noun: str, sender: Sender, body: Well, at: datetime) -> Step:
    return Step(
        noun=noun,
        at=at,
        received_at=sender.at,
        officer=sender.person.id,
        channel=body.channel or "",
        words=body.words or "",
    )


def _moment(sender: Sender, said: datetime | None) -> datetime:
    """When it was said, put right by the device's clock, at the latest now. A forecast of being well is none."""
    sender.happened(said)
    return sender.come_by_now(said) if said is not None else sender.at
