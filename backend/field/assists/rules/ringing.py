"""What the inbox says of an event of a call; outside the house only that something waits. Pure."""

from typing import Final

from backend.field.assists.rules.addressees import Event
from backend.field.assists.rules.assist import Assist
from backend.field.assists.rules.states import state_words
from backend.field.assists.rules.words import SEVERITIES

_TITLES: Final[dict[Event, str]] = {
    "raised": "{raiser}发出{severity}支援{reason}",
    "station": "{raiser}的支援还没有人接警{reason}",
    "leaders": "{raiser}的支援仍没有人接警{reason}",
    "departure": "{raiser}的支援还没有人出警{reason}",
    "reinforcement": "{raiser}的支援请求增援{reason}",
    "handover": "请你接手{raiser}的支援{reason}",
    "answered": "支援：{state}{reason}",
    "ended": "支援：{state}{reason}",
}


def title(event: Event, assist: Assist, raiser: str) -> str:
    """沈禾发出紧急支援：围堵阻碍"""
    return _TITLES[event].format(
        raiser=raiser,
        severity=SEVERITIES[assist.severity],
        reason=f"：{assist.reason}" if assist.reason else "",
        state=state_words(assist),
    )
