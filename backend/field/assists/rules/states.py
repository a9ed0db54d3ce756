"""The states of a call, put together from who did what when. Pure."""

from collections.abc import Collection
from datetime import datetime
from typing import Any, Final

from backend.field.assists.rules.assist import Assist, Response
from backend.field.assists.rules.words import STATES
from backend.foundation.refusals import Refusal

ENDED: Final[frozenset[str]] = frozenset({"resolved", "cancelled", "false_alarm"})
OPEN: Final[frozenset[str]] = frozenset(STATES) - ENDED
NOT_LEFT: Final[frozenset[str]] = frozenset({"raised", "acknowledged"})


def standing(responses: Collection[Response]) -> str:
    """How far help has come. Only police count: that a colleague comes does not mean that they know of it."""
    police = [response for response in responses if response.police and response.active]
    if any(response.arrived_at for response in police):
        return "arrived"
    if any(response.departed_at for response in police):
        return "departed"
    return "acknowledged" if police else "raised"


def first_moments(responses: Collection[Response]) -> dict[str, datetime | None]:
    """When somebody first answered, and when police first did each step; who left again still did it."""
    police = [response for response in responses if response.police]
    return {
        "responded_at": _first(response.acknowledged_at for response in responses),
        "acknowledged_at": _first(response.acknowledged_at for response in police),
        "departed_at": _first(response.departed_at for response in police),
        "arrived_at": _first(response.arrived_at for response in police),
    }


def state_words(assist: Assist) -> str:
    """Never says that police know before one of them has said so."""
    if assist.state == "raised" and assist.responded_at is not None:
        return "同事已响应，还没有人接警"
    return STATES[assist.state]


def must_be_open(assist: Assist) -> None:
    """Refuse `assist_ended` with how it ended."""
    if not assist.open:
        raise Refusal("assist_ended", f"这次支援{STATES[assist.state]}", extra={"state": assist.state})


def _first(moments: Any) -> datetime | None:
    return min((moment for moment in moments if moment is not None), default=None)
