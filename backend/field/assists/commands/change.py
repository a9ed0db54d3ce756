"""What is said of a call after the press: reason, note, dangers, 接警编号. Fields given replace, different fields merge."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import msgspec

from backend.field.assists.bodies import AssistChange
from backend.field.assists.commands.acting import Noun, act_on
from backend.field.assists.commands.writing import CHANGEABLE, due_of, next_columns, noted, write
from backend.field.assists.queries.visible import Called
from backend.field.assists.rules.access import may_change
from backend.field.assists.rules.assist import Assist
from backend.field.assists.rules.states import must_be_open
from backend.foundation.journal import Entry
from backend.foundation.outbox import Received, Sender, field_versions, merge
from backend.foundation.people.identity import Person

_IDS = frozenset({"patrol", "finding"})


async def change(sender: Sender, assist_id: UUID, body: AssistChange) -> Received:
    """PATCH. Refuses `changed_elsewhere` with the current values and, except for the 接警编号, `assist_ended`.

    Without `base` the last write wins and the call is marked `overwritten`.
    """
    given = given_fields(body)

    async def work(called: Called) -> Entry | None:
        assist = called.assist
        if given.keys() - {"alarm_number"}:
            must_be_open(assist)
        current = {name: _shown(assist, name) for name in CHANGEABLE}
        merged = merge(current, field_versions(assist), assist.version, given, body.base)
        if not merged.changes:
            return None
        values = {name: _column(name, value) for name, value in merged.changes.items()}
        values |= {"overwritten": assist.overwritten or merged.overwrote}
        if "severity" in values:
            values |= next_columns(await due_of(replace(assist, severity=values["severity"])))
        written = await write(assist, values)
        return noted(sender, written, "assist.changed", merged.told(current, body.base), body.made_at)

    received = await act_on(sender, assist_id, Noun("change", _may_change, afterwards=True), body, work)
    return replace(received, status=200)


def given_fields(body: AssistChange) -> dict[str, Any]:
    """The fields the caller named; null clears."""
    given: dict[str, Any] = {}
    for name in CHANGEABLE:
        value = getattr(body, name)
        if value is msgspec.UNSET:
            continue
        empty: Any = None if name in _IDS else [] if name == "hazards" else ""
        given[name] = empty if value is None else value
    return given


def _shown(assist: Assist, name: str) -> Any:
    return assist.dangers if name == "hazards" else getattr(assist, name)


def _column(name: str, value: Any) -> Any:
    return msgspec.json.encode(value).decode() if name == "hazards" else value


def _may_change(person: Person, called: Called) -> bool:
    return may_change(person, called.assist)
