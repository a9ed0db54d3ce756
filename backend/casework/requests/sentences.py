"""What happened to a request, in words. Pure."""

from collections.abc import Callable
from typing import Final

from backend.casework.on_behalf import spoken_words, told_on_behalf
from backend.casework.requests.rules.request import Step
from backend.foundation.clocks.sentences import SENTENCES as LIMITS
from backend.foundation.journal import Moment
from backend.foundation.journal.sentences import Payload, Sentences, sentence
from backend.foundation.web.words import moment_words


def told(moment: Moment) -> str:
    """One sentence for one event."""
    payload = moment.payload or {}
    return told_on_behalf(sentence(moment, _SENTENCES), payload)


def step_sentence(step: Step) -> str:
    """The same for a step on the page, where the words stand beside it."""
    payload = {name: getattr(step, name) for name in Step.__slots__ if name != "text"}
    return _SENTENCES[f"request.{step.noun}"](payload)


def _due(payload: Payload) -> str:
    due = payload.get("due_at")
    return f"{moment_words(due)}前答复" if due else ""


def _asked(payload: Payload) -> str:
    to = f"请求{payload['to']}" if payload.get("to") else "提出请求"
    return "，".join(part for part in (to, _due(payload)) if part) + _text(payload)


def _text(payload: Payload) -> str:
    return f"：{payload['text']}" if payload.get("text") else ""


def _unit(words: str) -> Callable[[Payload], str]:
    """Whose part it is, where the event stands among those of others."""
    return lambda payload: f"{payload.get('unit', '')}{words}{_text(payload)}"


def _plain(words: str) -> Callable[[Payload], str]:
    return lambda payload: f"{words}{_text(payload)}"


def _acceptance(payload: Payload) -> str:
    count = f"{payload['head_count']}人，" if payload.get("head_count") else ""
    return f"{payload.get('unit', '')}答应：{count}{payload.get('people', '')}{_text(payload)}"


def _attendance(payload: Payload) -> str:
    if not payload.get("head_count"):
        return f"记{payload.get('unit', '')}没有来{_text(payload)}"
    people = f"：{payload['people']}" if payload.get("people") else ""
    return f"记{payload.get('unit', '')}到场{payload['head_count']}人{people}{_text(payload)}"


def _limit(payload: Payload) -> str:
    return f"改{payload.get('unit', '')}的期限，{_due(payload)}{_text(payload)}"


_SENTENCES: Final[Sentences] = {
    **LIMITS,
    "request.asked": _asked,
    "request.calls": lambda payload: f"{spoken_words(payload)}{_text(payload)}",
    "request.paper": _plain("印发书面通知"),
    "request.receipt": _unit("签收"),
    "request.acceptance": _acceptance,
    "request.refusal": _unit("答复不能来"),
    "request.result": _unit("反馈"),
    "request.attendance": _attendance,
    "request.reminders": lambda payload: f"催办{payload.get('unit', '')}{_text(payload)}",
    "request.limit": _limit,
    "request.closure": _plain("办结"),
    "request.withdrawal": _plain("撤回"),
    "letter.issued": lambda payload: f"印发文件，文号{payload['number']}",
    "letter.rendered": lambda _: "文件排印完成，摘要已存",
}
