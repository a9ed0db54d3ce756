"""What happened to a call, told in sentences. Pure."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, Final

from backend.field.assists.rules.words import (
    CHANNELS,
    ESCALATIONS,
    POSITION_MARKS,
    SEVERITIES,
    STATUSES,
    steps_words,
)
from backend.foundation.journal import Moment
from backend.foundation.journal.sentences import Payload, Sentences, sentence, with_merge
from backend.foundation.web.words import zh_time

FIELDS: Final[dict[str, str]] = {
    "severity": "紧急程度",
    "reason": "原因",
    "note": "说明",
    "patrol": "所属巡查",
    "finding": "相关发现",
    "phone": "联系电话",
    "hazards": "现场危险",
    "alarm_number": "110接警编号",
}
OUTCOME: Final[dict[str, str]] = {
    "evidence": "固定证据：{}",
    "dispersed": "疏散{}人",
    "injured": "受伤{}人",
    "text": "{}",
    "alarm_number": "110接警编号{}",
}


def told(moment: Moment) -> str:
    """One sentence for one event; a drill says so in each."""
    words, status = sentence(moment, _SENTENCES), (moment.payload or {}).get("status", "actual")
    return words if status == "actual" else f"【{STATUSES[status]}】{words}"


def spoken(payload: Payload) -> str:
    """对讲机答复：“马上到”: how it was said that somebody recorded on another's behalf."""
    words = f"：“{payload['words']}”" if payload.get("words") else ""
    return f"{CHANNELS.get(payload['channel'], '')}答复{words}"


def _raised(payload: Payload) -> str:
    what = payload.get("reason") or "没有写原因"
    late = f"，{_clock(payload['at'])}按下" if payload.get("at") else ""
    if payload.get("clock_offset_s") is not None:
        late = "（手机的时间不对，按收到的时间记）"
    marks = _marks(payload.get("position_marks", ()))
    return f"发出{SEVERITIES[payload['severity']]}支援：{what}{late}{marks}{_unread(payload)}"


def _step(noun: str) -> Callable[[Payload], str]:
    def tell(payload: Payload) -> str:
        sentence = f"{payload['name']} {steps_words(police=payload['police'])[noun]}"
        if payload.get("on_behalf"):
            return f"{sentence}（代为确认，{spoken(payload)}）"
        return _with(sentence, payload.get("words"))

    return tell


def _moved(payload: Payload) -> str:
    whose = "位置更新" if payload["raiser"] else "途中位置"
    return f"{whose}{payload['points']}个点{_marks(payload['marks'])}"


def _changed(payload: Payload) -> str:
    fields = payload["fields"]
    said = [_becomes(name, fields[name][1]) for name in FIELDS if name in fields]
    return with_merge("，".join(said), payload)


def _becomes(name: str, value: Any) -> str:
    if name in ("patrol", "finding"):
        return f"{FIELDS[name]}{'已关联' if value else '取消关联'}"
    words = SEVERITIES.get(value, value) if name == "severity" else value
    words = "、".join(words) if isinstance(words, list) else words
    return f"{FIELDS[name]}{f'改为“{words}”' if words else '清空'}"


def _outcome(payload: Payload) -> str:
    told = {name: values[1] for name, values in payload["fields"].items()} if "fields" in payload else payload
    said = [OUTCOME[name].format(told[name]) for name in OUTCOME if told.get(name) not in (None, "")]
    return f"处置情况：{'，'.join(said)}"


def _escalated(payload: Payload) -> str:
    return ESCALATIONS[payload["step"]]


def _marks(marks: Any) -> str:
    return f"（{'、'.join(POSITION_MARKS[mark] for mark in marks)}）" if marks else ""


def _unread(payload: Payload) -> str:
    """What the device said that could not be read or did not fit."""
    said = [f"{FIELDS.get(name, name)}“{words[:60]}”" for name, words in payload.get("unread", {}).items()]
    return f"（发来的内容有未能照收的：{'、'.join(said)}）" if said else ""


def _with(sentence: str, words: Any) -> str:
    return f"{sentence}：{words}" if words else sentence


def _clock(value: Any) -> str:
    return zh_time(datetime.fromisoformat(value) if isinstance(value, str) else value)


_SENTENCES: Final[Sentences] = {
    "assist.raised": _raised,
    "assist.acknowledged": _step("acknowledgement"),
    "assist.departed": _step("departure"),
    "assist.arrived": _step("arrival"),
    "assist.withdrawn": _step("withdrawal"),
    "assist.handed_over": lambda p: _with(f"请{p['to']}接手，对方接警前仍由本人负责", p.get("words")),
    "assist.reinforcement_asked": lambda p: f"请求增援：{p['text']}",
    "assist.remarked": lambda p: f"现场补充：{p['text']}",
    "assist.moved": _moved,
    "assist.changed": _changed,
    "assist.escalated": _escalated,
    "assist.resolved": lambda p: _with("处置完毕", p.get("reason")),
    "assist.cancelled": lambda p: f"撤回支援，原因：{p['reason']}",
    "assist.forestalled": lambda p: f"送到之前撤回，原因：{p['reason']}",
    "assist.false_alarm": lambda p: f"确认为误报，原因：{p['reason']}",
    "assist.outcome_told": _outcome,
    "assist.followed": lambda p: f"关联后续：{p['title']}",
}
