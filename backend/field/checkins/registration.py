"""What other rooms may know of a visit: a call for help may have come from it."""

from uuid import UUID

from backend.field.checkins.queries.visible import audience, find, held
from backend.foundation.database import batch
from backend.foundation.people.identity import Person
from backend.foundation.records import Kind, Record
from backend.foundation.web.api import iso


async def visible(person: Person, checkin_id: UUID) -> Record | None:
    """The visit as the origin of a call."""
    found = await find(person, checkin_id)
    if found is None:
        return None
    checkin = found.checkin
    return Record(
        kind="checkin",
        id=checkin.id,
        title=f"报平安：{checkin.title}",
        url=f"/checkins/{checkin.id}",
        township=checkin.township,
        open=checkin.open,
        chain=checkin.township,
        facts={
            "number": "",
            "address": checkin.place,
            "text": checkin.note,
            "position": checkin.position,
            "found_at": iso(checkin.begun_at),
            "exercise": checkin.exercise,
        },
        closed_at=checkin.ended_at,
    )


async def hold(checkin_id: UUID) -> None:
    """Keep others from changing it until the transaction ends."""
    await batch([held(checkin_id)])


CHECKINS = Kind("checkin", "报平安", visible, hold=hold, audience=audience, reading="checkin.read")
