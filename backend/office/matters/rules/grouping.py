"""Thousands of faults told so that a person can work them off: the same one once, with all its rows. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from backend.office.matters.rules.comparing import WHOLE, RowFault

MOST_SPANS = 12


@dataclass(frozen=True, slots=True)
class Group:
    """One kind of fault; `rows` as 第2—41、43行, `count` how many."""

    field: str
    words: str
    count: int
    rows: str


def grouped(faults: Iterable[RowFault]) -> list[Group]:
    """The most frequent first."""
    kinds: dict[tuple[str, str], list[int]] = {}
    for fault in faults:
        kinds.setdefault((fault.field, fault.words), []).append(fault.row)
    groups = [Group(field, words, len(rows), rows_words(rows)) for (field, words), rows in kinds.items()]
    return sorted(groups, key=lambda group: -group.count)


def rows_words(rows: Sequence[int]) -> str:
    """第2—41、43行; 整表 for what concerns no row; after twelve spans 等."""
    numbers = sorted(set(rows) - {WHOLE})
    if not numbers:
        return "整表"
    spans = _spans(numbers)
    words = "、".join(
        f"{first}" if first == last else f"{first}—{last}" for first, last in spans[:MOST_SPANS]
    )
    return f"第{words}{'等' if len(spans) > MOST_SPANS else ''}行"


def _spans(numbers: Sequence[int]) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for number in numbers:
        if spans and number == spans[-1][1] + 1:
            spans[-1] = (spans[-1][0], number)
        else:
            spans.append((number, number))
    return spans
