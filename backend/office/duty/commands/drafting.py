"""The month drafted: people on its shifts, by the solver or by turns. What people put by hand stays."""

from collections.abc import Iterable, Sequence
from typing import Protocol
from uuid import UUID, uuid4

import msgspec

from backend.foundation.database import batch, execute
from backend.foundation.database.access import Statement
from backend.foundation.journal import Entry
from backend.foundation.outbox import Received, Sender, receive_act
from backend.foundation.press import PressError
from backend.foundation.refusals import Refusal
from backend.foundation.web.bodies import Body
from backend.office.duty.commands.writing import note
from backend.office.duty.drafting import Assigned, Draft, Given
from backend.office.duty.drawing_up import draw_up
from backend.office.duty.queries.given import BY_HAND, calendar_in, given_of, with_carried
from backend.office.duty.queries.people import are_here
from backend.office.duty.queries.rosters import Empty, Roster, Told, load_roster
from backend.office.duty.queries.shifts import KnownShift, shifts_of

_CLEAR = (
    "DELETE FROM assignments WHERE ended_at IS NULL AND origin IN ('solver', 'rotation') "
    "AND shift IN (SELECT id FROM shifts WHERE roster = ?)"
)
_PUT = (
    "INSERT INTO assignments (id, shift, slot, officer, origin, assigned_by, assigned_at) "
    "VALUES (?, ?, ?, ?, ?, ?, ?)"
)
_DRAFTED = (
    "UPDATE rosters SET drafted_at = ?, drafted_by = ?, drafted_how = ?, unmet = ?, version = version + 1 "
    "WHERE id = ? AND version = ? RETURNING id"
)


class Drafting(Body):
    """POST: by the solver where it is there, or by turns."""

    solver: bool = True


class Drawing(Protocol):
    """What makes a draft of what is given."""

    async def __call__(self, given: Given, *, solver: bool) -> Draft: ...


async def draft_month(sender: Sender, roster_id: UUID, body: Drafting, by: Drawing = draw_up) -> Received:
    """Seconds of work, outside of any transaction: who changes the roster meanwhile wins. Refuses `roster_published`,
    `roster_without_shifts`, `changed_elsewhere`, `unavailable`."""
    roster = await load_roster(sender.person, roster_id)
    if roster.published_at is not None:
        raise Refusal("roster_published")
    shifts = await shifts_of(roster_id)
    if not shifts:
        raise Refusal("roster_without_shifts")
    given = await _given(roster, shifts)
    try:
        drafted = await by(given, solver=body.solver)
    except PressError:
        raise Refusal("unavailable") from None

    async def act() -> Entry:
        await _write(roster, drafted, set(given.fixed), sender)
        return note("roster.drafted", roster_id, sender, _counted(drafted))

    return await receive_act(
        sender.person, ("roster", roster_id), act, content=body, noun="draft", key=sender.key
    )


async def _given(roster: Roster, shifts: Sequence[KnownShift]) -> Given:
    calendar = await calendar_in(roster.township)
    month = await given_of(roster.township, roster.id, roster.month, shifts, calendar)
    return await with_carried(month, roster.township, roster.month, calendar)


async def _write(roster: Roster, drafted: Draft, fixed: set[Assigned], sender: Sender) -> None:
    values = [sender.at, sender.person.id, drafted.how, _told(drafted)]
    if not await execute(_DRAFTED, *values, roster.id, roster.version):
        raise Refusal("changed_elsewhere", "排的时候有人改了这个月，再排一次")
    placed = [each for each in drafted.assigned if each not in fixed]
    if not await are_here(roster.township, {each.member for each in placed}):
        raise Refusal("changed_elsewhere", "排的时候有人离开了，再排一次")
    await batch([(_CLEAR, [roster.id])])
    await batch(_placed(placed, drafted.how, sender))


def _placed(assigned: Iterable[Assigned], how: str, sender: Sender) -> Iterable[Statement]:
    assert how not in BY_HAND
    for each in assigned:
        yield _PUT, [uuid4(), each.shift, each.slot, each.member, how, sender.person.id, sender.at]


def _told(drafted: Draft) -> str:
    empty = tuple(Empty(each.shift, each.slot, each.missing, each.why) for each in drafted.unmet)
    return msgspec.json.encode(Told(empty, tuple(each.words for each in drafted.clashes))).decode()


def _counted(drafted: Draft) -> dict[str, object]:
    return {
        "how": drafted.how,
        "people": len({each.member for each in drafted.assigned}),
        "placed": len(drafted.assigned),
        "empty": sum(each.missing for each in drafted.unmet),
    }
