"""The figure beside 协作: what is late of that which waits for this person, else how much waits."""

from datetime import datetime

from backend.casework.requests.queries.listed import counted
from backend.foundation.database.access import Row, Statement
from backend.foundation.people.identity import Person
from backend.foundation.web.frame import Badge, Counter


def _asked(person: Person, _at: datetime) -> Statement:
    return counted(person)


async def _read(person: Person, found: list[Row], at: datetime) -> Badge | None:
    late = sum(
        entry["due_at"] is not None and entry["created_by"] != person.id and at > entry["due_at"]
        for entry in found
    )
    if late:
        return Badge(late, urgent=True)
    return Badge(len(found), urgent=False) if found else None


REQUESTS_WAITING = Counter("request.read", _asked, _read)
