"""A request for the tests of the house, by the product's own command."""

from datetime import timedelta
from uuid import uuid4

from backend.casework.requests.bodies import RequestBody
from backend.casework.requests.commands.asking import ask
from backend.foundation.database import row
from backend.foundation.now import now
from backend.foundation.outbox import Device, Sender
from tests.rig.cast import Cast


async def request_names(cast: Cast, who: str, to: str) -> dict[str, str]:
    """Guidance asked of `to`, to be answered within a day."""
    request = uuid4()
    sender = Sender(await cast.person(who), Device(uuid4(), 0.0), now())
    due = now() + timedelta(days=1)
    words = "请派人到所里答疑"
    body = RequestBody(kind="guidance", title="渣土运输怎么定性", words=words, to=[to], due_at=due)
    await ask(sender, request, body)
    part = await row("SELECT id FROM request_parties WHERE request = ?", request)
    assert part is not None
    return {"request_id": str(request), "request_party_id": str(part["id"]), "party_id": str(part["id"])}
