"""The limits of a request on the board of all limits: each body's answer, and the paper after a call."""

from datetime import datetime
from uuid import UUID

from backend.casework.requests.rules.limits import (
    ANSWER,
    NAMES,
    PAPER,
    SETTING,
    answer_until,
    paper_within,
)
from backend.casework.requests.rules.request import Party, Request
from backend.foundation.clocks import Subject, cancel, meet, start
from backend.foundation.clocks.named import minute
from backend.foundation.mechanism import Limit, load_profile
from backend.foundation.preferences import preference


async def run_answer(request: Request, party: Party, profile: str) -> None:
    """Begin it, or count it anew where it runs already: until another moment."""
    await _start(
        _subject(request, ("request_party", party.id)),
        answer_until(party.asked_at, party.due_at),
        profile=profile,
        since=party.asked_at,
        owed_by=party.unit,
        awaited_by=request.from_unit,
    )


async def run_paper(request: Request, to: UUID, profile: str, called_at: datetime) -> None:
    """From the call on, by the township's own setting."""
    hours = await preference(request.township, SETTING)
    await _start(
        _subject(request, ("request", request.id)),
        paper_within(hours),
        profile=profile,
        since=called_at,
        owed_by=request.from_unit,
        awaited_by=to,
    )


async def answered(party: Party, at: datetime) -> None:
    """Met when it was said, however late that arrived."""
    await meet(("request_party", party.id), ANSWER, at)


async def sent_paper(request: Request, at: datetime) -> None:
    await meet(("request", request.id), PAPER, at)


async def fell_away(request: Request, parties: list[Party], at: datetime) -> None:
    """Ended: nobody owes anything on it any more."""
    await cancel(("request", request.id), at=at)
    for party in parties:
        await cancel(("request_party", party.id), at=at)


def _subject(request: Request, record: tuple[str, UUID]) -> Subject:
    return Subject(
        record=record,
        title=request.heading,
        url=f"/requests/{request.id}",
        township=request.township,
        chain=request.township,
    )


async def _start(
    subject: Subject, limit: Limit, *, profile: str, since: datetime, owed_by: UUID, awaited_by: UUID
) -> None:
    await start(
        subject,
        limit.rule,
        limit,
        profile=load_profile(profile),
        started_at=minute(since),
        owed_by=owed_by,
        awaited_by=awaited_by,
        name=NAMES[limit.rule],
    )
