"""An emergency for the tests of the house, by the product's own commands: in the neighbouring township nobody may open one
over the API."""

from dataclasses import replace
from uuid import uuid4

from backend.field.emergencies.bodies import EmergencyBody, EntryBody
from backend.field.emergencies.commands.entering import enter
from backend.field.emergencies.commands.opening import open_one
from backend.field.emergencies.queries.log import members_of
from backend.foundation.now import now
from backend.foundation.outbox import Device, Sender
from tests.rig.cast import Cast


async def emergency_names(cast: Cast, opener: str, officer: str) -> dict[str, str]:
    """`officer` was called in and wrote the second entry."""
    chief = replace(await cast.person(opener), roles=frozenset({"captain"}))
    emergency, entry = uuid4(), uuid4()
    body = EmergencyBody(category="人群聚集", happened_at=now(), text="三十人围住路口", people=[officer])
    await open_one(Sender(chief, Device(uuid4(), 0.0), now()), emergency, body)
    by = Sender(await cast.person(officer), Device(uuid4(), 0.0), now())
    await enter(by, emergency, entry, EntryBody(text="到了，正在劝离"))
    [member] = await members_of(emergency)
    return {
        "emergency_id": str(emergency),
        "entry_id": str(entry),
        "emergency_entry_id": str(entry),
        "member_id": str(member.id),
    }
