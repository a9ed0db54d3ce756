"""开始处置: from nothing or from a record; whoever is called in has it now."""

from typing import Any
from uuid import UUID, uuid4

from backend.field.assists.commands.outcome import follow_up
from backend.field.emergencies.bodies import EmergencyBody, EntryBody
from backend.field.emergencies.commands.calling import add_officers
from backend.field.emergencies.commands.telling import tell_opened
from backend.field.emergencies.commands.writing import COLUMNS, add_entry, link, noted
from backend.field.emergencies.queries.people import Comer, called
from backend.field.emergencies.rules.emergency import Emergency, exercise
from backend.foundation.database import batch
from backend.foundation.journal import Entry
from backend.foundation.outbox import Received, Sender, receive_put
from backend.foundation.positions import whole
from backend.foundation.records import Record
from backend.foundation.records.origins import sent_origin
from backend.foundation.refusals import Refusal, needed
from backend.foundation.search import indexing

_INSERT = f"INSERT INTO emergencies ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"


async def open_one(sender: Sender, emergency_id: UUID, body: EmergencyBody) -> Received:
    """201 the first time. Refuses `invalid`, `time_in_future`, `not_allowed`, and as any PUT."""

    async def create() -> Entry:
        people, origin, drill = await _judged(sender, body)
        emergency, text = _emergency(sender, emergency_id, body, drill=drill), (body.text or "").strip()
        indexed = [emergency.category, emergency.address, text]
        inserted = (_INSERT, [getattr(emergency, name) for name in COLUMNS])
        await batch([inserted, indexing("emergency", emergency_id, emergency.township, indexed)])
        if text:
            first = EntryBody(text=text, made_at=body.made_at)
            await add_entry(sender, emergency_id, uuid4(), first, emergency.happened_at)
        await add_officers(sender, emergency, people, sender.at)
        await _belongs(sender, emergency, origin)
        await tell_opened(sender, emergency, [each.id for each in people], emergency.address or text)
        said = {"category": emergency.category, "text": text, "people": [each.name for each in people]}
        return noted(sender, emergency, "opened", said, body.made_at)

    return await receive_put(sender.person, "emergency", emergency_id, body, create=create)


async def _judged(sender: Sender, body: EmergencyBody) -> tuple[list[Comer], Record | None, bool]:
    """Who is called in, what it comes from, whether it is a drill, once all that is said holds."""
    person = sender.person
    if person.township_id is None:
        raise Refusal("not_allowed", "突发事件处置在乡镇里用")
    needed({"category": (body.category, "选是什么事件")})
    whole(body.position)
    sender.happened(body.happened_at, "happened_at")
    origin = await sent_origin(person, body.origin)
    drill = exercise(said=body.exercise, origin=bool(origin.facts.get("exercise")) if origin else None)
    return await called(person.township_id, body.people, sender.at), origin, drill


async def _belongs(sender: Sender, emergency: Emergency, origin: Record | None) -> None:
    """What it came from belongs to it; a call for help shows it in return."""
    if origin is None:
        return
    await link(sender, emergency.id, (origin.kind, origin.id))
    if origin.kind == "assist":
        await follow_up(sender, origin.id, ("emergency", emergency.id), f"开始处置：{emergency.title}")


def _emergency(sender: Sender, emergency_id: UUID, body: EmergencyBody, *, drill: bool) -> Emergency:
    person, position = sender.person, body.position
    assert person.township_id is not None  # judged
    unended: dict[str, Any] = {"ended_at": None, "ended_by": None, "outcome": ""}
    return Emergency(
        id=emergency_id,
        township=person.township_id,
        unit=person.unit_id,
        origin_kind=body.origin.kind if body.origin else "",
        origin_id=body.origin.id if body.origin else None,
        exercise=drill,
        category=body.category.strip(),
        address=(body.address or "").strip(),
        lat=position.lat,
        lon=position.lon,
        accuracy_m=position.accuracy_m,
        position_source=position.source,
        happened_at=sender.come_by_now(body.happened_at),
        created_by=person.id,
        **sender.stamps(body.made_at),
        **unended,
        version=1,
    )
