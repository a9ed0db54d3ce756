"""What other rooms may know of a call for help: photos hang on it, other records begin with it."""

from uuid import UUID

from backend.field.assists.account import account
from backend.field.assists.queries.visible import audience, find, held
from backend.foundation.database import batch
from backend.foundation.people.identity import Person
from backend.foundation.records import Kind, Record
from backend.foundation.web.api import iso


async def visible(person: Person, assist_id: UUID) -> Record | None:
    """The call as a subject of photos and as the origin of a hazard, a report, a handoff."""
    found = await find(person, assist_id)
    if found is None:
        return None
    assist = found.assist
    return Record(
        kind="assist",
        id=assist.id,
        title=f"{'演练：' if assist.exercise else ''}支援{f'：{assist.reason}' if assist.reason else ''}",
        url=f"/assists/{assist.id}",
        township=assist.township,
        open=True,
        chain=assist.chain,
        facts={
            "number": assist.alarm_number,
            "address": "",
            "text": assist.note,
            "position": assist.position,
            "found_at": iso(assist.raised_at),
            "exercise": assist.exercise,
            "finding": assist.finding,
        },
    )


async def hold(assist_id: UUID) -> None:
    """Keep others from changing it until the transaction ends."""
    await batch([held(assist_id)])


ASSISTS = Kind(
    "assist", "支援", visible, hold=hold, audience=audience, reading="assist.read", account=account
)
