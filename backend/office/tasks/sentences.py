"""What happened to a task, in words. Pure."""

from collections.abc import Callable
from typing import Final

from backend.foundation.clocks.sentences import SENTENCES as LIMITS
from backend.foundation.journal import Moment
from backend.foundation.journal.sentences import Payload, Sentences, in_a_drill, sentence
from backend.foundation.web.words import moment_words


def told(moment: Moment) -> str:
    """One sentence for one event; a drill says so in each."""
    return in_a_drill(sentence(moment, _SENTENCES), moment.payload)


def _until(payload: Payload) -> str:
    return f"，{moment_words(payload['due'])}前办完" if "due" in payload else ""


def _said(words: str) -> Callable[[Payload], str]:
    return lambda p: f"{words}{_until(p)}{'：' + p['text'] if p.get('text') else ''}"


def _to(words: str) -> Callable[[Payload], str]:
    return lambda p: f"{words}{p['to']}{_until(p)}{'：' + p['text'] if p.get('text') else ''}"


_SENTENCES: Final[Sentences] = {
    **LIMITS,
    "task.given": _to("派给"),
    "task.assignment": _to("改派给"),
    "task.acceptance": _said("接单"),
    "task.progress": _said("进展"),
    "task.report": _said("报告"),
    "task.return": _said("退回"),
    "task.rework": _said("要求重办"),
    "task.reminders": _said("催办"),
    "task.closure": _said("办结"),
    "task.withdrawal": _said("撤回"),
}
