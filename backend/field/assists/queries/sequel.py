"""What may have come out of a call and is not linked to it yet: begun from it, or made in its township in the days after."""

from datetime import timedelta
from typing import Final

from backend.field.assists.queries.sheet import Sheet
from backend.foundation.people.identity import Person
from backend.foundation.records import Record, begun_in, visible_records

LATER: Final = timedelta(days=7)
MOST: Final = 12


async def candidates(person: Person, found: Sheet) -> list[Record]:
    """Those this person may see; nothing for a call that no township is known for."""
    assist = found.called.assist
    if assist.township is None:
        return []
    linked = {(record.kind, record.id) for record in found.followups}
    begun = await begun_in(assist.township, assist.raised_at, assist.received_at + LATER, MOST)
    return (await visible_records(person, [named for named in begun if named not in linked]))[:MOST]
