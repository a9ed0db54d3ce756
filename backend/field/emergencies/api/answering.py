"""How every handler of this room answers a write: the record as it stands now, with the receipt."""

from typing import Any
from uuid import UUID

from litestar import Response

from backend.field.emergencies.queries.sheet import sheet
from backend.field.emergencies.showing import emergency_json
from backend.foundation.outbox import Received, Sender
from backend.foundation.web.api import answer

PATH = "/api/v1/emergencies/{emergency_id:uuid}"
TAGS = ["emergencies"]


async def answered(sender: Sender, emergency_id: UUID, received: Received) -> Response[Any]:
    return answer(received, emergency_json(await sheet(sender.person, emergency_id)))
