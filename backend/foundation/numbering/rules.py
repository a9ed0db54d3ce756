"""Which word and pattern a body's papers of one kind carry. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from backend.foundation.numbering.patterns import DEFAULT


@dataclass(frozen=True, slots=True)
class Rule:
    """What is in force for one kind of paper. `word` is empty where nobody has set the body's 机关代字."""

    word: str
    pattern: str
    by_register: bool


def rule_for(kind: str, suffix: str, told: Mapping[str, Mapping[str, Any]]) -> Rule:
    """`told`: rows of `number_rules` of the body by kind; `suffix` is what the kind adds to the 机关代字 (执移)."""
    general, own = told.get("", {}), told.get(kind, {})
    stem = general.get("word") or ""
    return Rule(
        own.get("word") or (stem + suffix if stem else ""),
        own.get("pattern") or general.get("pattern") or DEFAULT,
        bool(own["by_register"] if own else general.get("by_register", False)),
    )
