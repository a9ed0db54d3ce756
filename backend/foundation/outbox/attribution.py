"""Of what was changed elsewhere: who did it and when, by which a person decides whose words stand."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

import msgspec

from backend.foundation.journal import Moment, timeline
from backend.foundation.refusals import Refusal
from backend.foundation.web.words import moment_words


async def attributed(refusal: Refusal, record: tuple[str, UUID]) -> Refusal:
    """`changed_elsewhere` with whose each of the values is, under its field; any other refusal as it is."""
    clashing: Mapping[str, Any] = refusal.extra.get("current", {})
    if refusal.code == "changed_elsewhere" and clashing:
        current, told = msgspec.to_builtins(clashing), await timeline(*record)
        refusal.fields |= {
            name: words for name, value in current.items() if (words := _whose(name, value, told))
        }
    return refusal


def _whose(field: str, value: object, told: Sequence[Moment]) -> str:
    """陆鸣11月25日 周三 09:10改成; empty where the journal does not say whose act left this value."""
    for moment in reversed(told):
        left = _left(moment.payload or {})
        if field in left:
            made = moment.made_at or moment.received_at
            return f"{moment.actor_name}{moment_words(made)}改成" if left[field] == value else ""
    return ""


def _left(payload: Mapping[str, Any]) -> Mapping[str, Any]:
    """What an event left behind it: a change tells each field before and after, an act only what it wrote."""
    if "fields" not in payload:
        return payload
    return {name: after for name, (_, after) in payload["fields"].items()}
