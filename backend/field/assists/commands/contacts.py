"""Keeping the phone list; each change is in the township's journal."""

from collections.abc import Awaitable, Callable
from dataclasses import asdict
from typing import Any
from uuid import UUID

import msgspec

from backend.field.assists.bodies import ContactBody, ContactChange
from backend.field.assists.queries.contacts import visible
from backend.foundation.database import rows
from backend.foundation.journal import Entry, record
from backend.foundation.outbox import Received, Sender, receive_act, receive_put, write_over
from backend.foundation.refusals import Refusal

FIELDS = ("name", "position", "phone", "rank")
_INSERT = "INSERT INTO alarm_contacts (id, township, name, position, phone, rank) VALUES (?, ?, ?, ?, ?, ?)"


async def add(sender: Sender, contact_id: UUID, body: ContactBody) -> Received:
    """Refuses `not_allowed` to county bodies, and as any PUT."""

    async def create() -> Entry:
        fields = {**msgspec.structs.asdict(body), "position": body.position or ""}
        await rows(_INSERT, contact_id, _township(sender), *(fields[name] for name in FIELDS))
        return _noted(sender, "alarm_contact.added", contact_id, fields)

    async def state() -> str:
        return "gone" if (await visible(sender.person, contact_id)).removed_at else "conflict"

    return await receive_put(sender.person, "alarm_contact", contact_id, body, create=create, state=state)


async def change(sender: Sender, contact_id: UUID, body: ContactChange) -> Received:
    """The fields given; refuses `gone` once it was taken off."""

    async def act() -> Entry | None:
        contact = await visible(sender.person, contact_id)
        if contact.removed_at is not None:
            raise Refusal("gone")
        given = {name: value for name in FIELDS if (value := getattr(body, name)) is not msgspec.UNSET}
        changed = {name: value for name, value in given.items() if getattr(contact, name) != value}
        if not changed:
            return None
        await write_over("alarm_contacts", contact, changed)
        before = asdict(contact)
        fields = {name: [before[name], value] for name, value in changed.items()}
        return _noted(sender, "alarm_contact.changed", contact_id, {"fields": fields})

    return await _act(sender, contact_id, act, body, "change")


async def remove(sender: Sender, contact_id: UUID, body: msgspec.Struct) -> Received:
    """Off the list; the journal keeps that they were on it."""

    async def act() -> Entry | None:
        contact = await visible(sender.person, contact_id)
        if contact.removed_at is not None:
            return None
        await write_over("alarm_contacts", contact, {"removed_at": sender.at})
        return _noted(sender, "alarm_contact.removed", contact_id, {"name": contact.name})

    return await _act(sender, contact_id, act, body, "removal")


async def _act(
    sender: Sender,
    contact_id: UUID,
    act: Callable[[], Awaitable[Entry | None]],
    body: msgspec.Struct,
    noun: str,
) -> Received:
    subject = ("alarm_contact", contact_id)
    return await receive_act(sender.person, subject, act, content=body, noun=noun, key=sender.key)


def _township(sender: Sender) -> UUID:
    if sender.person.township_id is None:
        raise Refusal("not_allowed", "电话名单由乡镇自己管")
    return sender.person.township_id


def _noted(sender: Sender, kind: str, contact_id: UUID, payload: dict[str, Any]) -> Entry:
    return record(
        kind,
        chain=_township(sender),
        record=("alarm_contact", contact_id),
        by=sender.person.id,
        payload=payload,
    )
