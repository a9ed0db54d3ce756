"""首报: the incident is there and everybody concerned has it, in one act that waits for nobody's signature."""

from uuid import UUID, uuid4

import msgspec

from backend.field.incidents.bodies import IncidentBody
from backend.field.incidents.commands.limits import reported_first
from backend.field.incidents.commands.telling import tell_reported
from backend.field.incidents.commands.writing import COLUMNS, Written, add_report, noted
from backend.field.incidents.paper import issued, numbers_itself
from backend.field.incidents.queries.addressees import chosen
from backend.field.incidents.queries.course import course
from backend.field.incidents.queries.visible import load
from backend.field.incidents.rules import content
from backend.field.incidents.rules.incident import Incident
from backend.foundation.database import batch, row, rows
from backend.foundation.evidence.brought import may_bring
from backend.foundation.journal import Entry
from backend.foundation.outbox import Received, Sender, hang_on, receive_put
from backend.foundation.people.bodies import Addressee, township_body
from backend.foundation.positions import whole
from backend.foundation.records import Record
from backend.foundation.records.origins import sent_origin
from backend.foundation.refusals import Refusal
from backend.foundation.search import indexing

_INSERT = f"INSERT INTO incidents ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"
_ADDRESSEE = "INSERT INTO incident_addressees (id, incident, unit, rank) VALUES (?, ?, ?, ?)"
_ISSUED = "UPDATE incident_reports SET issued_at = ?, issued_by = ?, letter = ? WHERE id = ?"


async def report_first(sender: Sender, incident_id: UUID, body: IncidentBody) -> Received:
    """201 the first time. Refuses `invalid`, `time_in_future`, `not_allowed`, and as any PUT."""

    async def create() -> Entry:
        to, origin, drill = await _judged(sender, body)
        incident = await _incident(sender, incident_id, body, exercise=drill)
        indexed = [incident.category, body.facts, incident.address, *(each.name for each in to)]
        await batch(
            [
                (_INSERT, [getattr(incident, name) for name in COLUMNS]),
                *((_ADDRESSEE, [uuid4(), incident_id, each.id, rank]) for rank, each in enumerate(to)),
                indexing("incident", incident_id, incident.township, indexed),
            ]
        )
        await _issue_first(sender, incident, body, to)
        if origin is not None:
            await hang_on(sender, origin, ("incident", incident_id), f"首报：{incident.title}")
        payload = {**msgspec.to_builtins(body), "to": [each.name for each in to]}
        return noted(sender, incident, "incident.first", payload, body.made_at)

    async def state() -> str:
        found = await row("SELECT state FROM incidents WHERE id = ?", incident_id)
        return "gone" if found and found["state"] == "withdrawn" else "conflict"

    return await receive_put(sender.person, "incident", incident_id, body, create=create, state=state)


async def _judged(sender: Sender, body: IncidentBody) -> tuple[list[Addressee], Record | None, bool]:
    """Whom it goes to, what it comes from, whether it is a drill, once all that is said holds."""
    person = sender.person
    if person.township_id is None:
        raise Refusal("not_allowed", "突发事件由乡镇这一侧报送")
    codes = content.first_report(body.category, body.facts, body.to)
    whole(body.position)
    sender.happened(body.happened_at, "happened_at")
    origin = await sent_origin(person, body.origin)
    await may_bring(person, body.photos or [])
    drill = content.exercise(
        said=body.exercise, origin=bool(origin.facts.get("exercise")) if origin else None
    )
    return await chosen(person, codes), origin, drill


async def _incident(sender: Sender, incident_id: UUID, body: IncidentBody, *, exercise: bool) -> Incident:
    person, position = sender.person, body.position
    assert person.township_id is not None  # judged
    return Incident(
        id=incident_id,
        township=person.township_id,
        unit=person.unit_id,
        body=await township_body(person.township_id),
        origin_kind=body.origin.kind if body.origin else "",
        origin_id=body.origin.id if body.origin else None,
        exercise=exercise,
        category=body.category.strip(),
        alarm_number=body.alarm_number or "",
        happened_at=sender.come_by_now(body.happened_at),
        lat=position.lat,
        lon=position.lon,
        accuracy_m=position.accuracy_m,
        position_source=position.source,
        far_reason=body.far_reason or "",
        address=body.address or "",
        late_reason=body.late_reason or "",
        created_by=person.id,
        **sender.stamps(body.made_at),
        photos=msgspec.json.encode(body.photos or []).decode(),
        told_at=sender.at,
        state="reported",
        over_at=None,
        ended_at=None,
        version=1,
    )


async def _issue_first(sender: Sender, incident: Incident, body: IncidentBody, to: list[Addressee]) -> None:
    """The report is out at once; its paper is numbered with it where that takes nobody's doing, else afterwards."""
    report_id = uuid4()
    await add_report(sender, Written(report_id, incident.id, 1, "first"), body)
    found, told = await load(sender.person, incident.id), await course(incident.id)
    letter = None
    if await numbers_itself(incident.body):
        letter = (await issued(sender, found, told, told.reports[0], number=None)).id
    await rows(_ISSUED, sender.at, sender.person.id, letter, report_id)
    await reported_first(found, to[0].id, sender.at)
    await tell_reported(found, sender.person, "首报", [each.id for each in to])
