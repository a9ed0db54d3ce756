"""Titles in lines: words stay whole, lines are even or grow shorter (GB/T 9704-2012, 7.3.1). Pure."""

from functools import cache
from typing import Final

from backend.settings import ROOT

MOST: Final = 19  # 二号 characters that fit into 版心: 156 mm / 22 pt is 20.1
_UNBROKEN: Final = ROOT / "templates" / "letters" / "unbroken.txt"
# A line begins with none of these and ends with none of those.
_NOT_FIRST: Final = "，。、；：）》”的"
_NOT_LAST: Final = "（《“"
_REACH: Final = 5


def title_lines(organisation: str, subject: str) -> tuple[str, ...]:
    """The name of the body stands in a line of its own unless everything fits into one."""
    whole = organisation + subject
    if len(whole) <= MOST:
        return (whole,)
    return (*_even(organisation), *_even(subject))


def _even(words: str) -> list[str]:
    """As few lines as hold the words, never longer than MOST, none much longer than the one above it."""
    lines: list[str] = []
    while len(words) > MOST:
        at = _break(words, -(-len(words) // -(-len(words) // MOST)))
        lines.append(words[:at])
        words = words[at:]
    return [*lines, words]


def _break(words: str, ideal: int) -> int:
    """The place nearest to `ideal` where no word is cut, rather after it than before."""
    inside = _inside_words(words)
    places = range(max(1, ideal - _REACH), min(MOST, ideal + _REACH, len(words) - 1) + 1)
    fit = [
        at
        for at in places
        if at not in inside and words[at] not in _NOT_FIRST and words[at - 1] not in _NOT_LAST
    ]
    return min(fit or [min(ideal, MOST)], key=lambda at: (abs(at - ideal), at < ideal))


def _inside_words(words: str) -> frozenset[int]:
    """Places that would cut a known word in two."""
    found: set[int] = set()
    for word in _unbroken():
        at = words.find(word)
        while at >= 0:
            found.update(range(at + 1, at + len(word)))
            at = words.find(word, at + 1)
    return frozenset(found)


@cache
def _unbroken() -> tuple[str, ...]:
    lines = _UNBROKEN.read_text(encoding="utf-8").splitlines()
    return tuple(word for line in lines if not line.startswith("#") for word in line.split())
