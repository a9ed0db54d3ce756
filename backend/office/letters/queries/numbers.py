"""How bodies number their papers, and which number comes next."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from backend.foundation.database import batch
from backend.foundation.letters.official import KINDS
from backend.foundation.numbering import Rule, written
from backend.foundation.numbering.rules import rule_for


@dataclass(frozen=True, slots=True)
class Series:
    """One kind of paper; `next` is the number its next one takes, empty where it is typed in or no word is set."""

    kind: str
    words: str
    own: dict[str, Any]
    rule: Rule
    next: str


@dataclass(frozen=True, slots=True)
class Numbers:
    """Everything of one body; `seen` is another one after any change."""

    general: dict[str, Any]
    series: list[Series]
    seen: str


EMPTY: dict[str, Any] = {"word": "", "pattern": "", "by_register": False}


async def numbers_of(body: UUID, year: int) -> Numbers:
    """As they stand in `year`."""
    told, taken = await batch(
        [
            ("SELECT kind, word, pattern, by_register, changed_at FROM number_rules WHERE body = ?", (body,)),
            ("SELECT series, last FROM counters WHERE body = ? AND year = ?", (body, year)),
        ]
    )
    rules = {entry["kind"]: entry for entry in told}
    last = {entry["series"]: entry["last"] for entry in taken}
    series = []
    for kind in KINDS.values():
        if kind.numbered:
            rule = rule_for(kind.name, kind.suffix, rules)
            series.append(
                Series(kind.name, kind.words, rules.get(kind.name, EMPTY), rule, _next(rule, year, last))
            )
    seen = max((entry["changed_at"].isoformat() for entry in told if entry["changed_at"]), default="")
    return Numbers(rules.get("", EMPTY), series, seen)


def _next(rule: Rule, year: int, last: dict[str, int]) -> str:
    if rule.by_register or not rule.word:
        return ""
    return written(rule.word, year, last.get(f"letter {rule.word}", 0) + 1, rule.pattern)
