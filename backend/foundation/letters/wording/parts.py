"""The text parts of each paper: those of templates/letters/words.toml, and what a township words its own way. Pure."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Final

from backend.settings import ROOT

WORDS: Final = ROOT / "templates" / "letters" / "words.toml"
PLACE: Final = re.compile(r"\{([^{}]*)\}")
OWN: Final = ("opening", "closing", "contact")
# Places inside a sentence that still reads well without them.
MAY_BE_EMPTY: Final = frozenset({"地点", "执法队伍", "受理要求", "争议办法", "联系电话", "演练"})
_DOUBLED: Final = re.compile(r"([。！？])[。，；]+")
_LABEL_ALONE: Final = re.compile(r"[，；、][^，；、：]*：$")

# A township's own parts by (kind, part).
Texts = Mapping[tuple[str, str], str]


@dataclass(frozen=True, slots=True)
class Words:
    """The parts of one kind of paper; a paragraph is a row of sentences."""

    title: str
    opening: str
    closing: str
    contact: str
    paragraphs: tuple[tuple[str, ...], ...] = ()


@cache
def standard() -> dict[str, Words]:
    """The product's own words by kind."""
    told = tomllib.loads(WORDS.read_text(encoding="utf-8"))
    return {
        kind: Words(**{**parts, "paragraphs": tuple(tuple(row) for row in parts.get("paragraphs", ()))})
        for kind, parts in told.items()
    }


def words_for(kind: str, own: Texts) -> Words:
    """The words in force: the township's where it has set a part."""
    parts: dict[str, Any] = {part: own[kind, part] for part in OWN if (kind, part) in own}
    return replace(standard()[kind], **parts)


def filled(sentence: str, facts: Mapping[str, str]) -> str:
    """The sentence with its places filled in; empty when one of them has nothing to say.

    What was typed with a full stop of its own gets no second one, a label without words is left out.
    """
    names = PLACE.findall(sentence)
    if any(not facts[name] for name in names if name not in MAY_BE_EMPTY):
        return ""
    words = PLACE.sub(lambda found: facts[found[1]], sentence)
    return _LABEL_ALONE.sub("", _DOUBLED.sub(r"\1", words))
