"""通报: the record is made and the competent body has it, in one act."""

from uuid import UUID

import msgspec

from backend.casework.hazards.bodies import HazardBody
from backend.casework.hazards.commands.writing import COLUMNS, indexed
from backend.casework.hazards.queries.addressees import Addressee, addressee, own_body
from backend.casework.hazards.queries.pictures import may_bring
from backend.casework.hazards.rules.content import told
from backend.casework.hazards.rules.hazard import Hazard
from backend.foundation.database import batch, row, rows
from backend.foundation.journal import Entry, record
from backend.foundation.outbox import Received, Sender, receive_put
from backend.foundation.positions import whole
from backend.foundation.records import visible_record
from backend.foundation.refusals import Refusal

_INSERT = f"INSERT INTO hazards ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"


async def notify(sender: Sender, hazard_id: UUID, body: HazardBody) -> Received:
    """201 the first time. Refuses `invalid`, `hazard_addressee`, `time_in_future`, and as any PUT."""

    async def create() -> Entry:
        hazard, to = await _made(sender, hazard_id, body)
        await rows(_INSERT, *(getattr(hazard, column) for column in COLUMNS))
        await batch([indexed(hazard, to.name, sender.person.unit_name)])
        return record(
            "hazard.told",
            chain=sender.person.chain,
            record=("hazard", hazard_id),
            by=sender.person.id,
            payload={**msgspec.to_builtins(body), "to_name": to.name},
            made_at=body.made_at,
        )

    async def state() -> str:
        found = await row("SELECT state FROM hazards WHERE id = ?", hazard_id)
        return "gone" if found and found["state"] == "withdrawn" else "conflict"

    return await receive_put(sender.person, "hazard", hazard_id, body, create=create, state=state)


async def _made(sender: Sender, hazard_id: UUID, body: HazardBody) -> tuple[Hazard, Addressee]:
    person, position = sender.person, body.position
    if person.township_id is None:
        raise Refusal("not_allowed", "重大隐患由乡镇这一侧通报")
    endangers = told(body.category, body.facts, body.endangers)
    whole(position)
    if sender.is_future(body.found_at):
        raise Refusal("time_in_future", fields={"found_at": "还没有到这个时间"})
    to = await addressee(person, body.to_unit)
    await _check_origin(sender, body)
    await may_bring(person, body.photos or [])
    return Hazard(
        id=hazard_id,
        township=person.township_id,
        from_unit=person.unit_id,
        body=await own_body(person),
        to_unit=to.id,
        origin_kind=body.origin.kind if body.origin else "",
        origin_id=body.origin.id if body.origin else None,
        category=body.category,
        endangers=msgspec.json.encode(endangers).decode(),
        facts=body.facts,
        found_at=body.found_at,
        lat=position.lat,
        lon=position.lon,
        accuracy_m=position.accuracy_m,
        position_source=position.source,
        far_reason=body.far_reason or "",
        address=body.address or "",
        photos=msgspec.json.encode(body.photos or []).decode(),
        created_by=person.id,
        made_at=body.made_at,
        received_at=sender.at,
        device=sender.device.id,
        clock_offset_s=sender.device.offset_s,
        told_at=sender.at,
        state="told",
        state_at=sender.at,
        answered_at=None,
        closed_at=None,
        version=1,
    ), to


async def _check_origin(sender: Sender, body: HazardBody) -> None:
    """What it came from is a record this person may see."""
    origin = body.origin
    if origin is not None and await visible_record(sender.person, origin.kind, origin.id) is None:
        raise Refusal("invalid", fields={"origin": "没有这条记录，或你无权查看"})
