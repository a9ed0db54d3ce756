"""What happened to a leave or a borrowing, in words. Pure."""

from datetime import date, datetime, time

from backend.foundation.journal import Moment
from backend.foundation.journal.sentences import Payload, Sentences, sentence
from backend.foundation.now import CHINA
from backend.foundation.web.words import zh_date
from backend.office.absences.cards import days_span
from backend.office.absences.rules.words import KINDS, PARTS


def told(moment: Moment) -> str:
    """One sentence for one event."""
    return sentence(moment, _SENTENCES)


def _asked(payload: Payload) -> str:
    whose = "请" if payload["own"] else f"替{payload['name']}请"
    first, last = (date.fromisoformat(payload[name]) for name in ("first_day", "last_day"))
    part = PARTS[payload["part"]] if payload["part"] else ""
    return f"{whose}{KINDS[payload['kind']]}，{days_span(first, last, _noon(first))}{part}"


def _noted(payload: Payload) -> str:
    first = date.fromisoformat(payload["first_day"])
    last = date.fromisoformat(payload["last_day"]) if payload["last_day"] else None
    until = "" if last else "，没有说到哪天"
    letter = f"（{payload['letter']}）" if payload["letter"] else ""
    gone = f"，{_day(payload['left_on'])}已经走了" if payload["left_on"] else ""
    days = days_span(first, last, _noon(first))
    return f"{payload['department']}{letter}抽调{payload['name']}，{days}{until}{gone}"


def _day(value: str) -> str:
    day = date.fromisoformat(value)
    return zh_date(day, _noon(day))


def _noon(day: date) -> datetime:
    """The moment the other days of a sentence are read from: only another year than the first day's is written out."""
    return datetime.combine(day, time(12), CHINA)


_SENTENCES: Sentences = {
    "leave.asked": _asked,
    "leave.approved": lambda p: f"批准{p['name']}的假",
    "leave.refused": lambda p: f"不批准{p['name']}的假：{p['reason']}",
    "leave.withdrawn": lambda p: f"撤回{p['name']}的假",
    "leave.ended": lambda p: f"{p['name']}销假，提前回来",
    "borrowing.noted": _noted,
    "borrowing.approved": lambda p: f"同意抽调{p['name']}",
    "borrowing.refused": lambda p: f"不同意抽调{p['name']}：{p['reason']}",
    "borrowing.withdrawn": lambda p: f"撤回抽调{p['name']}",
    "borrowing.left": lambda p: f"{p['name']}从{_day(p['day'])}起去了抽调单位",
    "borrowing.returned": lambda p: f"{p['name']}{_day(p['day'])}返回",
}
