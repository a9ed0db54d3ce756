"""What happened on a visit, in words. Pure."""

from collections.abc import Callable
from typing import Final

from backend.field.checkins.rules.words import CHANNELS
from backend.foundation.journal import Moment
from backend.foundation.journal.sentences import Payload, Sentences, in_a_drill, sentence


def told(moment: Moment) -> str:
    """One sentence for one event; a drill says so in each."""
    return in_a_drill(sentence(moment, _SENTENCES), moment.payload)


def _said(sentence: str) -> Callable[[Payload], str]:
    def tell(payload: Payload) -> str:
        heard = f"（{CHANNELS[payload['channel']]}听到，代记）" if payload.get("channel") else ""
        words = f"：{payload['words']}" if payload.get("words") else ""
        return f"{sentence}{heard}{words}"

    return tell


_SENTENCES: Final[Sentences] = {
    "checkin.begun": lambda p: (
        f"{p['name']}去{p['place']}（{p['reason']}），每{p['interval_minutes']}分钟报一次平安"
    ),
    "checkin.well": _said("报平安"),
    "checkin.due": lambda _: "到时间，该报平安了",
    "checkin.missed": lambda _: "没有报平安，已提醒本人和队长、所长或指挥中心",
    "checkin.help": lambda _: "第二次没有报平安，系统以本人名义发出支援",
    "checkin.ended": _said("平安结束"),
}
