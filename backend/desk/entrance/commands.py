"""Coming in, leaving, and setting a password of one's own."""

from datetime import datetime, timedelta

from backend.foundation import live
from backend.foundation.database import row, transaction
from backend.foundation.journal import record
from backend.foundation.people.delays import forgive, spend_try
from backend.foundation.people.identity import Person
from backend.foundation.people.passwords import check_new_password, hash_password, is_password
from backend.foundation.people.sessions import end_other_sessions, end_session, open_session
from backend.foundation.people.sign_in import SignedIn, sign_in
from backend.foundation.preferences import preference
from backend.foundation.refusals import Refusal


async def enter(
    username: str, password: str, *, device: str, address: str, before: Person | None, at: datetime
) -> SignedIn:
    """Open a session for a browser; the one it had before, of whomever, ends."""
    signed_in = await sign_in(username, password, device=device, address=address, at=at)
    if before is not None and before.session_id:
        await end_session(before.id, before.session_id, at)
        live.end(credential=before.session_id)
    return signed_in


async def set_password(
    person: Person, current: str, password: str, again: str, *, device: str, address: str, at: datetime
) -> SignedIn:
    """Replace the person's password; every session ends and this browser gets a new one.

    A first password was shown at the sign-in a moment ago and is not asked for again. Refuses `invalid` with the
    fields, `sign_in_delayed` after guesses, `password_changed_meanwhile`, or what `check_new_password` refuses.
    """
    stored = await _stored(person)
    if not person.must_change_password:
        await _prove(person, stored, current, at)
    if password != again:
        raise Refusal("invalid", fields={"again": "两次输入的不一样"})
    check_new_password(password, personal=(person.username, person.name, person.unit_code, person.unit_name))
    if await is_password(stored, password):
        raise Refusal("password_unchanged", fields={"password": "和原密码一样，换一个"})
    fresh = await hash_password(password)
    lasting = timedelta(days=await preference(person.township_id, "session.days"))
    async with transaction():
        await _replace(person, stored, fresh, at)
        cookie, expires_at = await open_session(
            person.id, device=device, address=address, at=at, lasting=lasting
        )
    live.end(officer=person.id)
    return SignedIn(person.id, cookie, expires_at, must_change_password=False)


async def _prove(person: Person, stored: str, current: str, at: datetime) -> None:
    """An unlocked phone left lying gives nobody endless guesses at the password it was unlocked with."""
    key = f"password:{person.id}"
    await spend_try(key, at)
    if not await is_password(stored, current):
        raise Refusal("invalid", fields={"current": "原密码不对"})
    await forgive(key)


async def _replace(person: Person, stored: str, fresh: str, at: datetime) -> None:
    """Over the password that was proved and no other: an administrator may have given a new first one meanwhile."""
    replaced = await row(
        "UPDATE officers SET password_hash = ?, must_change_password = ? WHERE id = ? AND password_hash = ? "
        "AND left_at IS NULL RETURNING id",
        fresh,
        False,
        person.id,
        stored,
    )
    if replaced is None:
        raise Refusal("password_changed_meanwhile")
    await end_other_sessions(person.id, None, at)
    record(
        "officer.password_changed",
        chain=person.chain,
        record=("officer", person.id),
        by=person.id,
        payload={"username": person.username},
    )


async def _stored(person: Person) -> str:
    found = await row("SELECT password_hash FROM officers WHERE id = ?", person.id)
    assert found is not None
    return str(found["password_hash"])
