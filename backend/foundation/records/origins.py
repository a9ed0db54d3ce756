"""What a record comes from: another one, that whoever makes it may see."""

from typing import Protocol
from uuid import UUID

from backend.foundation.people.identity import Person
from backend.foundation.records import Record, visible_record
from backend.foundation.refusals import Refusal


class Named(Protocol):
    """A record by kind and id, as a body names it."""

    @property
    def kind(self) -> str: ...
    @property
    def id(self) -> UUID: ...


async def sent_origin(person: Person, named: Named | None) -> Record | None:
    """What a body comes from; refuses `invalid` for a record that is not theirs to see."""
    if named is None:
        return None
    found = await visible_record(person, named.kind, named.id)
    if found is None:
        raise Refusal("invalid", fields={"origin": "没有这条记录，或你无权查看"})
    return found


async def asked_origin(person: Person, kind: str, record_id: UUID | None) -> Record | None:
    """What a form is to be filled from; refuses `not_found` for a record that is not theirs to see."""
    if record_id is None:
        return None
    found = await visible_record(person, kind, record_id)
    if found is None:
        raise Refusal("not_found")
    return found
