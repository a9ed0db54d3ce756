"""在岗抽查: asked of somebody on duty, answered once by the position of their phone."""

from datetime import timedelta
from typing import Final
from uuid import UUID

from backend.foundation.database import batch, row, rows
from backend.foundation.journal import Entry, record
from backend.foundation.notify import tell
from backend.foundation.outbox import Received, Sender, lost_race, receive_act, receive_put
from backend.foundation.positions import whole
from backend.foundation.preferences import preferences
from backend.foundation.refusals import Refusal
from backend.office.duty.queries.presence import OnDuty, on_duty
from backend.office.duty.turnout.bodies import SpotCheckBody, Whereabouts
from backend.office.duty.turnout.commands.moments import moment
from backend.office.duty.turnout.queries.checks import SpotCheck, held, load_check
from backend.office.duty.turnout.queries.watches import find_watch
from backend.office.duty.turnout.rules.fence import Judged, Spot, judged

_INSERT: Final = "INSERT INTO spot_checks (id, township, officer, place, asked_by, asked_at, due_at) VALUES (?, ?, ?, ?, ?, ?, ?)"
_SPOT: Final = "SELECT lat, lon, radius_m FROM places WHERE id = ?"
_ANSWER: Final = (
    "UPDATE spot_checks SET answered_at = ?, received_at = ?, fence = ?, distance_m = ?, lat = ?, lon = ?, accuracy_m = ?, "
    "position_source = ?, note = ?, version = version + 1 WHERE id = ? AND answered_at IS NULL RETURNING version"
)


async def ask(sender: Sender, check_id: UUID, body: SpotCheckBody) -> Received:
    """PUT: they are told at once and have some minutes. Refuses `check_not_on_duty`, `check_of_oneself`, and as any PUT."""

    async def create() -> Entry:
        person, at = sender.person, sender.at
        assert person.township_id is not None  # the guard lets nobody else in
        who = await _on_duty(sender, person.township_id, body.officer)
        watch = await find_watch(person.township_id, who.shift) if who.shift else None
        minutes = (await preferences(person.township_id))["duty.check_minutes"]
        due_at = at + timedelta(minutes=minutes)
        place = watch.place if watch else None
        await rows(_INSERT, check_id, person.township_id, who.id, place, person.id, at, due_at)
        await tell(
            {who.id},
            topic="duty",
            about=("spot_check", check_id),
            title="在岗抽查：请报一下位置",
            words=f"{person.name}在问，{minutes}分钟内报",
            urgent=True,
        )
        return _noted(sender, "asked", check_id, {"username": who.username})

    return await receive_put(sender.person, "spot_check", check_id, body, create=create)


async def answer_check(sender: Sender, check_id: UUID, body: Whereabouts) -> Received:
    """One's own position, once; late is marked. Refuses `not_found`, `check_answered`, `check_without_position`."""

    async def act() -> Entry | None:
        await batch([held(check_id)])
        check = await load_check(sender.person, check_id)
        if check.officer != sender.person.id:
            raise Refusal("not_allowed", "只有被问的人自己能报位置")
        if check.answered_at is not None:
            raise Refusal("check_answered")
        at = max(moment(sender, body.when), check.asked_at)
        said = await _judged(check, body)
        fix = body.position
        position = (fix.lat, fix.lon, fix.accuracy_m, fix.source)
        written = await row(
            _ANSWER, at, sender.at, said.fence, said.distance_m, *position, body.note or "", check_id
        )
        if written is None:
            lost_race()
        return _noted(sender, "answered", check_id, {"fence": said.fence, "at": at})

    return await receive_act(
        sender.person, ("spot_check", check_id), act, content=body, noun="answer", key=sender.key
    )


async def _on_duty(sender: Sender, township: UUID, username: str) -> OnDuty:
    if username == sender.person.username:
        raise Refusal("check_of_oneself")
    found = next((each for each in await on_duty(township, sender.at) if each.username == username), None)
    if found is None:
        raise Refusal("check_not_on_duty")
    return found


async def _judged(check: SpotCheck, body: Whereabouts) -> Judged:
    whole(body.position)
    if body.position.source != "gps":
        raise Refusal("check_without_position")
    most = (await preferences(check.township))["duty.most_accuracy_m"]
    place = await row(_SPOT, check.place) if check.place else None
    return judged(Spot(**place) if place else None, body.position, most_accuracy_m=most)


def _noted(sender: Sender, noun: str, check_id: UUID, payload: dict[str, object]) -> Entry:
    person = sender.person
    return record(
        f"spot_check.{noun}",
        chain=person.chain,
        record=("spot_check", check_id),
        by=person.id,
        payload=payload,
    )
