"""通报: the record is made and the competent body has it, in one act."""

from typing import Any
from uuid import UUID

import msgspec

from backend.casework.hazards.bodies import HazardBody
from backend.casework.hazards.commands.announcing import announce_told
from backend.casework.hazards.commands.writing import COLUMNS, indexed
from backend.casework.hazards.queries.addressees import addressee
from backend.casework.hazards.rules.content import told
from backend.casework.hazards.rules.hazard import Hazard
from backend.foundation.database import batch, row
from backend.foundation.evidence.brought import may_bring
from backend.foundation.journal import Entry, record
from backend.foundation.outbox import Received, Sender, receive_put
from backend.foundation.people.bodies import Addressee
from backend.foundation.people.queries import own_body
from backend.foundation.positions import whole
from backend.foundation.records.origins import sent_origin
from backend.foundation.refusals import Refusal

_INSERT = f"INSERT INTO hazards ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"


async def notify(sender: Sender, hazard_id: UUID, body: HazardBody) -> Received:
    """201 the first time. Refuses `invalid`, `hazard_addressee`, `time_in_future`, and as any PUT."""

    async def create() -> Entry:
        to, endangers = await _judged(sender, body)
        bodies = {"body": await own_body(sender.person), "to_unit": to.id}
        hazard = _hazard(sender, hazard_id, body, endangers, bodies)
        inserted = (_INSERT, [getattr(hazard, column) for column in COLUMNS])
        await batch([inserted, indexed(hazard, to.name, sender.person.unit_name)])
        await announce_told(hazard)
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


async def _judged(sender: Sender, body: HazardBody) -> tuple[Addressee, list[str]]:
    """Whom it goes to and whom it endangers, once all that is said holds."""
    person = sender.person
    if person.township_id is None:
        raise Refusal("not_allowed", "重大隐患由乡镇这一侧通报")
    endangers = told(body.category, body.facts, body.endangers)
    whole(body.position)
    sender.happened(body.found_at, "found_at")
    to = await addressee(person, body.to_unit)
    await sent_origin(person, body.origin)
    await may_bring(person, body.photos or [])
    return to, endangers


def _hazard(
    sender: Sender, hazard_id: UUID, body: HazardBody, endangers: list[str], bodies: dict[str, Any]
) -> Hazard:
    person, position = sender.person, body.position
    assert person.township_id is not None  # judged
    return Hazard(
        id=hazard_id,
        township=person.township_id,
        from_unit=person.unit_id,
        **bodies,
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
        **sender.stamps(body.made_at),
        told_at=sender.at,
        state="told",
        state_at=sender.at,
        answered_at=None,
        closed_at=None,
        version=1,
    )
