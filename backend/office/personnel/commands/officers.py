"""Adding, changing and letting go of people; a first password for who forgot theirs."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

import msgspec

from backend.foundation import live
from backend.foundation.database import UniqueBroken, execute, rows, transaction
from backend.foundation.journal import record
from backend.foundation.people.identity import Person
from backend.foundation.people.passwords import first_password, hash_password
from backend.foundation.people.sessions import end_other_sessions
from backend.foundation.refusals import Refusal
from backend.office.personnel.queries.officers import OfficerCard
from backend.office.personnel.queries.units import UnitCard
from backend.office.personnel.rules.officers import OfficerDraft, check_not_oneself, check_officer

Units = dict[UUID, UnitCard]


async def add_officer(units: Units, draft: OfficerDraft, by: Person | None) -> tuple[UUID, str]:
    """A new person of one of `units` and their first password, which is shown once and stored as a hash.

    `by` nobody: from the command line of the server.
    """
    check_officer(draft, units)
    assert draft.unit is not None
    officer, password = uuid4(), first_password()
    columns = _columns(draft) | {
        "id": officer,
        "password_hash": await hash_password(password),
        "demo": by is not None and by.demo,
    }
    try:
        async with transaction():
            await rows(
                f"INSERT INTO officers ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})",
                *columns.values(),
            )
            _note("officer.created", officer, units[draft.unit].chain, by, _payload(draft, units))
    except UniqueBroken:
        raise _username_taken() from None
    return officer, password


async def change_officer(
    officer: OfficerCard, units: Units, draft: OfficerDraft, version: int, by: Person
) -> None:
    """Write what was typed over version `version`; whoever moves stops being the old unit's 联络人."""
    check_officer(draft, units)
    assert draft.unit is not None
    if set(draft.roles) != set(officer.roles):
        check_not_oneself(by.id, officer.id, "own_roles")
    try:
        async with transaction():
            await _write(officer, version, _columns(draft))
            if draft.unit != officer.unit:
                await _no_longer_liaison(officer)
            _note("officer.changed", officer.id, officer.chain, by, _payload(draft, units))
    except UniqueBroken:
        raise _username_taken() from None
    live.end(officer=officer.id)  # whose roles or unit are others now hears of other things


async def let_go(officer: OfficerCard, version: int, by: Person, at: datetime) -> None:
    """离岗: sessions and tokens end with it; what the person did stays under their name."""
    check_not_oneself(by.id, officer.id, "own_departure")
    async with transaction():
        await _write(officer, version, {"left_at": at})
        await end_other_sessions(officer.id, None, at)
        await rows("UPDATE tokens SET ended_at = ? WHERE officer = ? AND ended_at IS NULL", at, officer.id)
        await _no_longer_liaison(officer)
        _note("officer.left", officer.id, officer.chain, by, {"username": officer.username})
    live.end(officer=officer.id)


async def take_back(officer: OfficerCard, version: int, by: Person) -> None:
    """复岗: the same person under the same username; old sessions and tokens stay ended."""
    async with transaction():
        await _write(officer, version, {"left_at": None})
        _note("officer.returned", officer.id, officer.chain, by, {"username": officer.username})


async def reset_password(officer: OfficerCard, version: int, by: Person, at: datetime) -> str:
    """A new first password, shown once; every session of the person ends."""
    if officer.left_at is not None:
        raise Refusal("officer_left")
    password = first_password()
    hashed = await hash_password(password)
    async with transaction():
        await _write(officer, version, {"password_hash": hashed, "must_change_password": True})
        await end_other_sessions(officer.id, None, at)
        _note("officer.password_reset", officer.id, officer.chain, by, {"username": officer.username})
    live.end(officer=officer.id)
    return password


async def touch(officer: OfficerCard, version: int) -> None:
    """Take the next version of a person for a change in what hangs on them (certificates)."""
    await _write(officer, version, {})


async def _write(officer: OfficerCard, version: int, columns: dict[str, Any]) -> None:
    sets = "".join(f"{name} = ?, " for name in columns)
    changed = await execute(
        f"UPDATE officers SET {sets}version = version + 1 WHERE id = ? AND version = ? RETURNING id",
        *columns.values(),
        officer.id,
        version,
    )
    if not changed:
        raise Refusal("changed_elsewhere")


async def _no_longer_liaison(officer: OfficerCard) -> None:
    await rows(
        "UPDATE units SET liaison = NULL, version = version + 1 WHERE id = ? AND liaison = ?",
        officer.unit,
        officer.id,
    )


def _columns(draft: OfficerDraft) -> dict[str, Any]:
    return {
        "unit": draft.unit,
        "username": draft.username,
        "name": draft.name,
        "position": draft.position,
        "phone": draft.phone,
        "roles": msgspec.json.encode(sorted(draft.roles)).decode(),
    }


def _payload(draft: OfficerDraft, units: Units) -> dict[str, Any]:
    assert draft.unit is not None
    return _columns(draft) | {"unit": units[draft.unit].code, "roles": sorted(draft.roles)}


def _note(kind: str, officer: UUID, chain: UUID, by: Person | None, payload: dict[str, Any]) -> None:
    record(kind, chain=chain, record=("officer", officer), by=by.id if by else None, payload=payload)


def _username_taken() -> Refusal:
    return Refusal("username_taken", fields={"username": "已经有人用，换一个"})
