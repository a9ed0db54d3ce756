"""What happened to an incident, in words. Pure."""

from typing import Any, Final

from backend.field.incidents.rules.words import CHANNELS
from backend.foundation.clocks.sentences import SENTENCES as LIMITS
from backend.foundation.journal import Moment
from backend.foundation.journal.sentences import Sentences, in_a_drill, sentence


def told(moment: Moment) -> str:
    """One sentence for one event; a drill says so in each."""
    return in_a_drill(sentence(moment, _SENTENCES), moment.payload)


def explanation_words(speaker: str, head_count: int | None, text: str) -> str:
    """沈禾向约20人说明：……"""
    return f"{speaker}向{f'约{head_count}人' if head_count else '现场群众'}说明：{text}"


def telling_words(channel: str, speaker: str, position: str, text: str) -> str:
    """电话报告冯师傅（值班室）：“记下了”."""
    who = f"{speaker}（{position}）" if position else speaker
    return f"{CHANNELS.get(channel, '')}报告，{who}接" + (f"：“{text}”" if text else "")


def _with(sentence: str, text: Any) -> str:
    return f"{sentence}：{text}" if text else sentence


_SENTENCES: Final[Sentences] = {
    **LIMITS,
    "incident.first": lambda p: f"首报{'、'.join(p['to'])}：{p['category']}。{p['facts']}",
    "incident.submitted": lambda p: f"{p['stage']}送签",
    "incident.returned": lambda p: f"{p['stage']}退回修改：{p['reason']}",
    "incident.reported": lambda p: f"{p['stage']}{'签发' if p['signed'] else '报出'}，文号{p['number']}",
    "incident.numbered": lambda p: f"{p['stage']}补文号{p['number']}",
    "incident.explanations": lambda p: explanation_words(p["speaker"], p.get("head_count"), p["text"]),
    "incident.tellings": lambda p: telling_words(
        p["channel"], p["speaker"], p["speaker_position"], p["text"]
    ),
    "incident.receipt": lambda p: _with("签收", p["text"]),
    "incident.ending": lambda p: _with("现场处置结束", p["text"]),
    "incident.withdrawal": lambda p: f"撤回：{p['text']}",
    "letter.issued": lambda p: f"印发文件，文号{p['number']}",
    "letter.rendered": lambda _: "文件排印完成，摘要已存",
}
