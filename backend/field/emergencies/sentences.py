"""What happened to an emergency, in words. Pure."""

from collections.abc import Collection
from typing import Final

from backend.field.emergencies.rules.access import directs
from backend.foundation.journal import Moment
from backend.foundation.journal.sentences import Payload, Sentences, in_a_drill, sentence
from backend.foundation.people.identity import Person


def told(moment: Moment) -> str:
    """One sentence for one event; a drill says so in each."""
    return in_a_drill(sentence(moment, _SENTENCES), moment.payload)


def told_to(person: Person, moment: Moment, links: Collection[str]) -> bool:
    """Notes only to those who direct; of what belongs to it `links`, the ids of those that are the person's to see."""
    payload = moment.payload or {}
    if moment.kind == "emergency.linked":
        return payload.get("id") in links
    return directs(person) or not payload.get("note")


def _opened(payload: Payload) -> str:
    text = f"：{payload['text']}" if payload["text"] else ""
    people = f"；叫{'、'.join(payload['people'])}到场" if payload["people"] else ""
    return f"开始处置{payload['category']}{text}{people}"


def _entry(payload: Payload) -> str:
    kind = "备注" if payload["note"] else "记录"
    instead = f"（更正第{payload['instead_of']}条）" if "instead_of" in payload else ""
    return f"{kind}第{payload['number']}条{instead}：{payload['text']}"


_SENTENCES: Final[Sentences] = {
    "emergency.opened": _opened,
    "emergency.entry": _entry,
    "emergency.called": lambda p: f"叫{'、'.join(p['people'])}到场",
    "emergency.departure": lambda p: f"{p['name']}出发",
    "emergency.arrival": lambda p: f"{p['name']}到场",
    "emergency.leaving": lambda p: f"{p['name']}{p.get('word', '离开')}",
    "emergency.linked": lambda p: f"关联：{p['title']}",
    "emergency.ending": lambda p: f"处置结束：{p['text']}",
}
