"""Changing settings: each change is an event of the township's journal."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID, uuid4

from backend.foundation.database import UniqueBroken, execute, rows, transaction
from backend.foundation.journal import record
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal
from backend.office.settings.queries import Setting, settings_of
from backend.office.settings.rules import check_settings


async def change_settings(
    township: UUID, typed: Mapping[str, int | None], *, seen: str, by: Person, at: datetime
) -> None:
    """Write what differs from what is in force; refuses `changed_elsewhere` when that is no longer what was `seen`."""
    wanted = check_settings(typed)
    try:
        async with transaction():
            standing = await settings_of(township)
            if standing.seen != seen:
                raise Refusal("changed_elsewhere")
            for setting in standing.entries:
                name = setting.definition.name
                if wanted.get(name, setting.value) != setting.value:
                    await _write(township, setting, wanted[name], by, at)
    except UniqueBroken:
        raise Refusal("changed_elsewhere") from None


async def _write(township: UUID, setting: Setting, value: int, by: Person, at: datetime) -> None:
    name = setting.definition.name
    if setting.changed_at is None:
        await rows(
            "INSERT INTO preferences (id, township, name, value, changed_by, changed_at) VALUES (?, ?, ?, ?, ?, ?)",
            uuid4(),
            township,
            name,
            str(value),
            by.id,
            at,
        )
    elif not await execute(
        "UPDATE preferences SET value = ?, changed_by = ?, changed_at = ? "
        "WHERE township = ? AND name = ? AND changed_at = ? RETURNING id",
        str(value),
        by.id,
        at,
        township,
        name,
        setting.changed_at,
    ):
        raise Refusal("changed_elsewhere")
    record(
        "setting.changed",
        chain=township,
        record=("township", township),
        by=by.id,
        payload={"name": name, "from": setting.value, "to": value},
    )
