"""The invented people as the ones who act: each with a phone of their own."""

from datetime import datetime, timedelta
from uuid import UUID

from backend.demo.ids import demo_id
from backend.foundation.database import rows
from backend.foundation.outbox import Device, Sender
from backend.foundation.people.identity import PERSON_COLUMNS, PERSON_JOINS, Person, person_from

CLOCK_AHEAD_S = 0.4
UPLINK = timedelta(seconds=2)  # from the tap to the server


async def cast() -> dict[str, Person]:
    """Everybody by username."""
    found = await rows(f"SELECT {PERSON_COLUMNS} FROM officers o {PERSON_JOINS}")
    return {person.username: person for person in map(person_from, found)}


def phone(person: Person) -> UUID:
    """The device this person always uses."""
    return demo_id("phone", person.username)


def sending(person: Person, at: datetime, *key: object) -> Sender:
    """What the server sees of a tap by this person at that moment, under the key made of these names."""
    device = Device(phone(person), CLOCK_AHEAD_S)
    return Sender(person, device, at + UPLINK, demo_id("key", person.username, *key))
