"""Writing a request's row, the parts of it and its steps, guarded by their versions."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from backend.casework.requests.rules.request import Party, Request
from backend.foundation.database import rows
from backend.foundation.journal import Entry, record
from backend.foundation.outbox import Sender, write_over

COLUMNS = tuple(each.name for each in fields(Request))
PARTY_COLUMNS = tuple(each.name for each in fields(Party))
INSERT = f"INSERT INTO requests ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"
INSERT_PARTY = (
    f"INSERT INTO request_parties ({', '.join(PARTY_COLUMNS)}) VALUES ({', '.join('?' * len(PARTY_COLUMNS))})"
)
_NEXT = "(SELECT COUNT(*) + 1 FROM request_steps WHERE request = ?)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step to be written: `unit` is in whose name; `said` what it holds, by column; `told` what the event says besides."""

    noun: str
    at: datetime
    unit: UUID
    said: Mapping[str, Any]
    told: Mapping[str, Any] = field(default_factory=dict)


async def write(request: Request, changes: Mapping[str, Any]) -> Request:
    """Write `changes` over the version that was judged; refuses `conflict` when somebody was faster."""
    return await write_over("requests", request, changes)


async def write_party(party: Party, changes: Mapping[str, Any]) -> Party:
    """The same for one body's part."""
    return await write_over("request_parties", party, changes)


async def add_step(sender: Sender, request: Request, step: Step, party: Party | None = None) -> Entry:
    """Write the step that made this version, and its event: on the part it concerns, else on the whole."""
    values = {
        "id": _id_of(sender, step),
        "request": request.id,
        "party": party.id if party else None,
        "noun": step.noun,
        "at": step.at,
        "received_at": sender.at,
        "officer": sender.person.id,
        "unit": step.unit,
        **step.said,
    }
    # Its place among the steps: several may come in one millisecond, and the request is held while one is written.
    await rows(
        f"INSERT INTO request_steps ({', '.join(values)}, number) VALUES ({', '.join('?' * len(values))}, {_NEXT})",
        *values.values(),
        request.id,
    )
    about = ("request_party", party.id) if party else ("request", request.id)
    return record(
        f"request.{step.noun}",
        chain=sender.person.chain,
        record=about,
        by=sender.person.id,
        payload={
            name: value for name, value in {**step.said, **step.told}.items() if value not in ("", None)
        },
        made_at=step.at,
    )


def _id_of(sender: Sender, step: Step) -> UUID:
    """What is recorded on behalf goes by the key it came under, so that its proof can hang on it before it is there."""
    return sender.key if sender.key and step.said.get("on_behalf") else uuid4()
