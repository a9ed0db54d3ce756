"""What happened to a notification, in words. Pure."""

from backend.casework.hazards.rules.hazard import Step
from backend.casework.on_behalf import CHANNELS, spoken_words, told_on_behalf
from backend.foundation.journal import Moment
from backend.foundation.journal.sentences import Payload, Sentences, sentence


def told(moment: Moment) -> str:
    """One sentence for one event."""
    return told_on_behalf(sentence(moment, _SENTENCES), moment.payload or {})


def step_sentence(step: Step) -> str:
    """The same for a step on the page."""
    payload = {name: getattr(step, name) for name in Step.__slots__}
    return _SENTENCES[f"hazard.{step.noun}"](payload)


def _departure(payload: Payload) -> str:
    count = f"，{payload['head_count']}人" if payload.get("head_count") else ""
    return _with(f"派员：{payload['people']}{count}", payload)


def _call(payload: Payload) -> str:
    return f"{CHANNELS.get(payload['channel'], '')}通知{spoken_words({**payload, 'channel': ''})}"


def _meeting(payload: Payload) -> str:
    people = f"（{payload['people']}）" if payload.get("people") else ""
    return f"召开专题会议{people}：{payload['text']}"


def _with(sentence: str, payload: Payload) -> str:
    return f"{sentence}。{payload['text']}" if payload.get("text") else sentence


_SENTENCES: Sentences = {
    "hazard.told": lambda p: f"通报{p['to_name']}：{p['category']}隐患，危及{'、'.join(p['endangers'])}",
    "hazard.calls": _call,
    "hazard.receipt": lambda p: _with("签收", p),
    "hazard.departure": _departure,
    "hazard.arrival": lambda p: _with("到场", p),
    "hazard.refusal": lambda p: _with(
        f"表示不处理，理由：{p['reason']}" if p.get("reason") else "表示不处理，未说明理由", p
    ),
    "hazard.measures": lambda p: f"研究意见和措施：{p['text']}",
    "hazard.result": lambda p: f"反馈结果：{p['text']}",
    "hazard.meetings": _meeting,
    "hazard.addenda": lambda p: f"补充情况：{p['text']}",
    "hazard.report": lambda p: f"报告上级政府，文号{p['text']}",
    "hazard.closure": lambda p: f"办结：{p['text']}",
    "hazard.withdrawal": lambda p: f"撤回：{p['reason']}",
    "letter.issued": lambda p: f"印发文件，文号{p['number']}",
    "letter.rendered": lambda _: "文件排印完成，摘要已存",
}
