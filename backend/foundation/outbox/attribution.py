"""Of what was changed elsewhere: who did it and when, by which a person decides whose words stand."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

import msgspec

from backend.foundation.journal import Moment, across_chains, timeline
from backend.foundation.now import local
from backend.foundation.refusals import Refusal


async def attributed(refusal: Refusal, record: tuple[str, UUID]) -> Refusal:
    """`changed_elsewhere` with whose each of the values is, under its field; any other refusal as it is."""
    clashing: Mapping[str, Any] = refusal.extra.get("current", {})
    if refusal.code == "changed_elsewhere" and clashing:
        current, told = msgspec.to_builtins(clashing), across_chains(await timeline(*record))
        refusal.fields |= {
            name: words for name, value in current.items() if (words := _whose(name, value, told))
        }
    return refusal


def _whose(field: str, value: object, told: Sequence[Moment]) -> str:
    """陆鸣11月25日 09:10改成, by the server's clock; empty where no change in the journal left this value."""
    if isinstance(value, list):  # also changed by acts that tell only their part of it: who came, who left
        return ""
    for moment in reversed(told):
        fields = (moment.payload or {}).get("fields", {})
        if field in fields:
            there = local(moment.received_at)
            when = f"{there.month}月{there.day}日 {there:%H:%M}"
            return f"{moment.actor_name}{when}改成" if fields[field][1] == value else ""
    return ""
