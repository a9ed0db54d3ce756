"""What happened to a thing, in words. Pure."""

from backend.foundation.journal import Moment
from backend.foundation.journal.sentences import Payload, Sentences, sentence
from backend.foundation.web.words import moment_words
from backend.office.equipment.rules.words import KINDS


def told(moment: Moment) -> str:
    """One sentence for one event."""
    return sentence(moment, _SENTENCES)


def _out(payload: Payload) -> str:
    purpose = f"，{payload['purpose']}" if payload["purpose"] else ""
    due = f"，{moment_words(payload['due_at'])}前还" if payload["due_at"] else ""
    return f"{payload['name']}领用{purpose}{due}"


_SENTENCES: Sentences = {
    "equipment.added": lambda p: f"登记{KINDS[p['kind']]}{p['number']}",
    "equipment.out": _out,
    "equipment.back": lambda p: f"{p['name']}归还{'，损坏：' + p['damage'] if p['damage'] else '，完好'}",
    "equipment.mended": lambda _: "修好了",
    "equipment.retired": lambda p: f"停用：{p['reason']}",
}
