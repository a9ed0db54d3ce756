"""A phone says where its officer is, while they are on duty or on patrol; and no more. The last word counts, nothing of it is a
record: the journal does not keep it, no figure is made of it."""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

from backend.field.command.bodies import Shared
from backend.field.command.queries.people import KEPT
from backend.field.patrols.queries.walking import walking, walks
from backend.foundation.database import rows, transaction
from backend.foundation.now import now
from backend.foundation.outbox import Sender
from backend.foundation.preferences import preference
from backend.foundation.refusals import Refusal
from backend.office.duty.queries.presence import duty_since, on_duty

_SHARE = (
    "INSERT INTO shared_positions (id, officer, township, lat, lon, accuracy_m, at) VALUES (?, ?, ?, ?, ?, ?, ?) "
    "ON CONFLICT (officer) DO UPDATE SET township = excluded.township, lat = excluded.lat, lon = excluded.lon, "
    "accuracy_m = excluded.accuracy_m, at = excluded.at WHERE excluded.at >= shared_positions.at"
)
_FORGET = "DELETE FROM shared_positions WHERE officer = ?"
_HELD = "SELECT officer, township, at FROM shared_positions ORDER BY township"


async def share(sender: Sender, told: Shared) -> datetime:
    """When it was, as it is kept. Refuses `position_off_duty`, and erases what there was."""
    person = sender.person
    if person.township_id is None or not (await duty_since(person.id, sender.at) or await walks(person.id)):
        await stop(person.id)
        raise Refusal("position_off_duty")
    at = min(sender.acted_at(told.at), sender.at)
    fix = told.position
    async with transaction():
        await rows(_SHARE, uuid4(), person.id, person.township_id, fix.lat, fix.lon, fix.accuracy_m, at)
    return at


async def stop(officer: UUID) -> None:
    """不再共享: what there was is gone at once."""
    async with transaction():
        await rows(_FORGET, officer)


async def forget() -> int:
    """Erase what nobody may see any more: of whoever is off duty, and what has been kept as long as it may be."""
    at, gone = now(), list[UUID]()
    held: dict[UUID, dict[UUID, datetime]] = {}
    for entry in await rows(_HELD):
        held.setdefault(entry["township"], {})[entry["officer"]] = entry["at"]
    for township, positions in held.items():
        kept = timedelta(minutes=await preference(township, KEPT))
        there = {each.id for each in await on_duty(township, at)}
        there |= {walker.officer for walker in await walking(township)}
        gone += [who for who, since in positions.items() if who not in there or at - since > kept]
    for officer in gone:
        await stop(officer)
    return len(gone)
