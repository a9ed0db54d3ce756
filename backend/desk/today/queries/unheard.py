"""Calls nobody has taken that do not ring on this person's screens: their first page shows them as loudly as it can."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from backend.field.assists.queries.listed import Line
from backend.field.assists.queries.ringing import ringing_for
from backend.field.assists.queries.scene import scenes_of
from backend.foundation.people.identity import Person


async def unheard(person: Person, lines: Iterable[Line], at: datetime) -> dict[UUID, str]:
    """Where each of them is, by id. What rings stands above every page already."""
    waiting = [line.assist for line in lines if line.assist.state == "raised"]
    if not waiting:
        return {}
    ringing = {each.assist.id for each in await ringing_for(person, at, None)}
    return await scenes_of([assist for assist in waiting if assist.id not in ringing])
