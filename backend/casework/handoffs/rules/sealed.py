"""投诉举报材料 goes along sealed: named handlers on both sides open it, nobody else does. Pure."""

from collections.abc import Collection
from typing import Final
from uuid import UUID

from backend.casework.handoffs.rules.access import Side
from backend.foundation.refusals import Refusal

# What it is called everywhere: words of its own might name who complained.
TITLE: Final = "投诉举报材料（密封）"


def admitted(kind: str, *, photo: bool, proof: bool) -> None:
    """Refuse `invalid` for what cannot be sealed: a photo hangs on its record, a proof is the other side's own paper."""
    if kind != "source" or photo or proof:
        raise Refusal("invalid", fields={"sealed": "只有作为文件上传的案源材料可以密封"})


def handlers(
    side: Side,
    *,
    prepared: Collection[UUID | None],
    signed: Collection[UUID | None],
) -> frozenset[UUID]:
    """Who opens it. `prepared`: who drafted, submitted or added it; `signed`: who signed for the case or accepted it."""
    named = prepared if side == "sender" else signed
    return frozenset(officer for officer in named if officer is not None)


def opened_by(officer: UUID, named: Collection[UUID]) -> None:
    """Refuse `material_sealed`."""
    if officer not in named:
        raise Refusal("material_sealed")
