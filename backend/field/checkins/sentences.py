"""What happened on a visit, in words. Pure."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from backend.field.checkins.rules.words import CHANNELS
from backend.foundation.journal import Moment

Payload = Mapping[str, Any]


def told(moment: Moment) -> str:
    """One sentence for one event; a drill says so in each, what retention erased says that."""
    if moment.payload is None:
        return "内容已按保存期限清除"
    tell = _SENTENCES.get(moment.kind)
    sentence = tell(moment.payload) if tell else moment.kind
    return f"【演练】{sentence}" if moment.payload.get("exercise") else sentence


def _said(sentence: str) -> Callable[[Payload], str]:
    def tell(payload: Payload) -> str:
        heard = f"（{CHANNELS[payload['channel']]}听到，代记）" if payload.get("channel") else ""
        words = f"：{payload['words']}" if payload.get("words") else ""
        return f"{sentence}{heard}{words}"

    return tell


_SENTENCES: Final[dict[str, Callable[[Payload], str]]] = {
    "checkin.begun": lambda p: (
        f"{p['name']}去{p['place']}（{p['reason']}），每{p['interval_minutes']}分钟报一次平安"
    ),
    "checkin.well": _said("报平安"),
    "checkin.due": lambda _: "到时间，该报平安了",
    "checkin.missed": lambda _: "没有报平安，已提醒本人和队长",
    "checkin.help": lambda _: "第二次没有报平安，系统以本人名义发出支援",
    "checkin.ended": _said("平安结束"),
}
