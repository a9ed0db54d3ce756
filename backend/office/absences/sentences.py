"""What happened to a leave or a borrowing, in words. Pure."""

from backend.foundation.journal import Moment
from backend.foundation.journal.sentences import Payload, Sentences, sentence
from backend.office.absences.rules.words import KINDS, PARTS


def told(moment: Moment) -> str:
    """One sentence for one event."""
    return sentence(moment, _SENTENCES)


def _asked(payload: Payload) -> str:
    whose = "请" if payload["own"] else f"替{payload['name']}请"
    days = payload["first_day"]
    if payload["last_day"] != payload["first_day"]:
        days = f"{days}到{payload['last_day']}"
    part = PARTS[payload["part"]] if payload["part"] else ""
    return f"{whose}{KINDS[payload['kind']]}，{days}{part}"


def _noted(payload: Payload) -> str:
    until = f"到{payload['last_day']}" if payload["last_day"] else "起，没有说到哪天"
    letter = f"（{payload['letter']}）" if payload["letter"] else ""
    gone = f"，{payload['left_on']}已经走了" if payload["left_on"] else ""
    return f"{payload['department']}{letter}抽调{payload['name']}，{payload['first_day']}{until}{gone}"


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
    "borrowing.left": lambda p: f"{p['name']}从{p['day']}起去了抽调单位",
    "borrowing.returned": lambda p: f"{p['name']}{p['day']}返回",
}
