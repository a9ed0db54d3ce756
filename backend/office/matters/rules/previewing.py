"""What a confirmation would do, part by part, each entry with what is different. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from backend.office.matters.rules.comparing import Planned
from backend.office.matters.rules.differing import Difference, differences

# In the order they are shown; what touches competence first.
DONE = {
    "granted": "赋权",
    "taken_back": "收回",
    "dropped": "移出清单",
    "new": "新列入",
    "listed": "重新列入",
    "changed": "调整",
    "sayings": "只改常用说法",
}


@dataclass(frozen=True, slots=True)
class Part:
    """Everything of one kind."""

    done: str
    words: str
    entries: list[tuple[Planned, list[Difference]]]


def parts(plan: Iterable[Planned]) -> list[Part]:
    """Kinds that occur, each with its entries in the order of the spreadsheet."""
    entries = list(plan)
    found = [
        Part(done, words, [(entry, _different(entry)) for entry in entries if entry.done == done])
        for done, words in DONE.items()
    ]
    return [part for part in found if part.entries]


def _different(entry: Planned) -> list[Difference]:
    found = differences(entry.before, entry.content) if entry.before else []
    if entry.sayings != entry.said_before and entry.before:
        found.append(Difference("常用说法", "、".join(entry.said_before), "、".join(entry.sayings)))
    return found
