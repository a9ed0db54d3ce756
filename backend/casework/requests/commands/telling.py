"""Who hears of each step, within the transaction."""

from collections.abc import Iterable
from typing import Final
from uuid import UUID

from backend.casework.requests.queries.people import told_of
from backend.casework.requests.rules.request import Party, Request
from backend.foundation.notify import tell
from backend.foundation.outbox import Sender
from backend.foundation.web.words import zh_datetime

# What the asked body does is news to who asked; the others are news to the asked bodies.
_TO_ASKING: Final = {
    "receipt": "对方已签收",
    "acceptance": "对方答应",
    "refusal": "对方答复不能来",
    "result": "对方已反馈",
}
_TO_ASKED: Final = {
    "attendance": "记了到场",
    "reminders": "催办",
    "limit": "改了答复期限",
    "calls": "记了电话",
    "paper": "补来书面通知",
    "closure": "已办结",
    "withdrawal": "已撤回",
}


async def tell_asked(sender: Sender, request: Request, parties: Iterable[Party]) -> None:
    """Whoever answers for each body; what is urgent goes to its group too, at any hour."""
    by = f"{sender.person.unit_name}{sender.person.name}"
    for party in parties:
        await _tell(
            sender,
            await told_of(party.unit, sender.at),
            request,
            request.heading,
            f"{by}请求，{zh_datetime(party.due_at, sender.at)}前答复",
            groups=[party.unit] if request.urgent else [],
        )


async def tell_step(sender: Sender, request: Request, noun: str, said: str, parties: Iterable[Party]) -> None:
    """The other side, in one sentence: who asked, else the bodies of `parties`."""
    if noun in _TO_ASKING:
        await _tell(sender, [request.created_by], request, f"{_TO_ASKING[noun]}：{request.title}", said)
        return
    for party in parties:
        people = await told_of(party.unit, sender.at)
        await _tell(sender, people, request, f"{_TO_ASKED[noun]}：{request.title}", said)


async def _tell(
    sender: Sender,
    people: Iterable[UUID],
    request: Request,
    title: str,
    words: str,
    *,
    groups: Iterable[UUID] = (),
) -> None:
    await tell(
        [officer for officer in people if officer != sender.person.id],
        topic="request",
        about=("request", request.id),
        title=title,
        words=words,
        urgent=request.urgent,
        groups=groups,
    )
