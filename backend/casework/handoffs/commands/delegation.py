"""委托审批: a main leader lets a colleague decide for a range of days; the colleague is told, and says so."""

from collections.abc import Awaitable, Callable
from uuid import UUID

import msgspec

from backend.casework.handoffs.bodies.delegating import DelegationBody, Nothing
from backend.casework.handoffs.queries.delegations import Given, find, led_by
from backend.casework.handoffs.queries.standing import standing
from backend.casework.handoffs.rules.approval import delegable
from backend.foundation.database import execute, row, rows
from backend.foundation.journal import Entry, record
from backend.foundation.now import local
from backend.foundation.outbox import Received, Sender, receive_act, receive_put
from backend.foundation.people.identity import PERSON_COLUMNS, PERSON_JOINS, Person, person_from
from backend.foundation.people.permissions import may
from backend.foundation.refusals import Refusal

_INSERT = (
    "INSERT INTO approval_delegations (id, body, leader, delegate, from_day, until_day, note, at) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)
_COLLEAGUE = (
    f"SELECT {PERSON_COLUMNS} FROM officers o {PERSON_JOINS} WHERE o.username = ? AND o.left_at IS NULL"
)


async def delegate(by: Sender, delegation_id: UUID, body: DelegationBody) -> Received:
    """By a main leader of a body that sends, or the captain for what goes to stationed offices. Refuses `not_approver`, `delegate_unknown`, `delegation_dates`,
    `delegation_to_oneself`, and as any PUT."""

    async def create() -> Entry:
        home = await _led_by(by.person)
        colleague = await _colleague(body.delegate, home)
        same = colleague.id == by.person.id
        delegable(body.from_day, body.until_day, local(by.at).date(), same_person=same)
        days = (body.from_day, body.until_day)
        await rows(_INSERT, delegation_id, home, by.person.id, colleague.id, *days, body.note or "", by.at)
        return _noted(by, delegation_id, "given", msgspec.to_builtins(body) | {"name": colleague.name})

    async def state() -> str:
        found = await find(delegation_id)
        return "gone" if found is not None and found.revoked_at is not None else "conflict"

    return await receive_put(by.person, "delegation", delegation_id, body, create=create, state=state)


async def acknowledge(by: Sender, delegation_id: UUID, body: Nothing) -> Received:
    """The delegate has read it. Refuses `not_found`, and `not_allowed` to anybody else."""

    async def act() -> Entry | None:
        given = await _concerned(by.person, delegation_id)
        if given.delegate != by.person.id:
            raise Refusal("not_allowed")
        told = await execute(
            "UPDATE approval_delegations SET told_at = ?, version = version + 1 WHERE id = ? AND told_at IS NULL "
            "RETURNING id",
            by.at,
            delegation_id,
        )
        return _noted(by, delegation_id, "read", {}) if told else None

    return await _act(by, delegation_id, act, body, "acknowledgement")


async def revoke(by: Sender, delegation_id: UUID, body: Nothing) -> Received:
    """By the leader who gave it; what was decided meanwhile stands. Refuses `not_found`, `not_allowed`."""

    async def act() -> Entry | None:
        given = await _concerned(by.person, delegation_id)
        if given.leader != by.person.id:
            raise Refusal("not_allowed")
        revoked = await execute(
            "UPDATE approval_delegations SET revoked_at = ?, revoked_by = ?, version = version + 1 "
            "WHERE id = ? AND revoked_at IS NULL RETURNING id",
            by.at,
            by.person.id,
            delegation_id,
        )
        return _noted(by, delegation_id, "revoked", {"name": given.delegate_name}) if revoked else None

    return await _act(by, delegation_id, act, body, "revocation")


async def _act(
    by: Sender, delegation_id: UUID, act: Callable[[], Awaitable[Entry | None]], body: Nothing, noun: str
) -> Received:
    return await receive_act(
        by.person, ("delegation", delegation_id), act, content=body, noun=noun, key=by.key
    )


async def _concerned(person: Person, delegation_id: UUID) -> Given:
    given = await find(delegation_id)
    if given is None or person.id not in (given.leader, given.delegate):
        raise Refusal("not_found")
    return given


async def _led_by(person: Person) -> UUID:
    """The body whose papers this person approves; refuses `not_approver`."""
    body = await led_by(person)
    if body is None:
        raise Refusal("not_approver", "只有主要领导和执法队队长能委托审批")
    return body


async def _colleague(username: str, body: UUID) -> Person:
    """Somebody who stands on the same side and may decide at all; refuses `delegate_unknown`."""
    found = await row(_COLLEAGUE, username)
    if found is not None:
        person = person_from(found)
        if may(person, "handoff.decide") and body in (await standing(person)).bodies:
            return person
    raise Refusal("delegate_unknown", fields={"delegate": "从本单位在岗人员里选"})


def _noted(by: Sender, delegation_id: UUID, what: str, payload: dict[str, object]) -> Entry:
    return record(
        f"delegation.{what}",
        chain=by.person.chain,
        record=("delegation", delegation_id),
        by=by.person.id,
        payload=payload,
    )
