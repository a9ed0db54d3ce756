"""归谁管: which matters a few words of an officer mean, the likeliest first. Pure.

Officers say 倒垃圾在河里, the list says 在河道管理范围内倾倒废弃物. What links them are the sayings kept with each matter,
compared by pairs of characters: rare pairs say more than common ones, no word order is asked for. The same on every
database engine, because no database is asked.
"""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Generic, TypeVar

from backend.foundation.search.bigrams import is_han, pairs, pieces
from backend.office.matters.rules.sayings import plain

Key = TypeVar("Key", bound=Hashable)

# What people say around the thing they mean.
FILLING = frozenset("的了在有人个着过这那是把被没很到去来又还也都就吗呢啊和与及或我他她们谁管归吧")
SINGLE, HALF_FILLING, UNHEARD = 0.3, 0.3, 0.4
SURE, NEAR = 0.85, 0.5
MOST = 20


@dataclass(frozen=True, slots=True)
class Described:
    """How a matter can be recognised: `phrases` (its name and sayings) one by one, `texts` by how much they count."""

    code: str
    phrases: Sequence[str]
    texts: Sequence[tuple[float, str]]


@dataclass(frozen=True, slots=True)
class Hit(Generic[Key]):
    """A matter that may be meant; `sure` when the words say it, else it is only near. `phrase` came closest."""

    key: Key
    score: float
    sure: bool
    phrase: str


def terms(text: str) -> dict[str, float]:
    """Pairs of characters, single characters and words of `text`, each with what it counts."""
    found: dict[str, float] = {}
    for piece in pieces(plain(text)):
        if not is_han(piece):
            found[piece] = 1.0
            continue
        found |= {character: SINGLE for character in piece if character not in FILLING}
        found |= {pair: _pair_counts(pair) for pair in pairs(piece)}
    return {term: counts for term, counts in found.items() if counts}


class Index(Generic[Key]):
    """A list of matters made ready to be asked."""

    def __init__(self, described: Mapping[Key, Described]) -> None:
        self._codes = {told.code.lower(): key for key, told in described.items()}
        self._postings: dict[str, dict[Key, float]] = defaultdict(dict)
        self._phrases = {
            key: [(phrase, terms(phrase)) for phrase in told.phrases] for key, told in described.items()
        }
        for key, told in described.items():
            for counts, text in [*((1.0, phrase) for phrase in told.phrases), *told.texts]:
                self._post(key, counts, text)

    def ask(self, words: str, most: int = MOST) -> list[Hit[Key]]:
        """Those that may be meant, the likeliest first; a code finds its own matter and nothing else."""
        if (coded := self._codes.get(words.strip().lower())) is not None:
            return [Hit(coded, 2.0, sure=True, phrase=words.strip())]
        asked = {term: counts * self._weight(term) for term, counts in terms(words).items()}
        whole = sum(asked.values())
        if not whole:
            return []
        telling = any(len(term) > 1 for term in asked)  # one character alone says too little to be sure
        hits = (
            self._judged(key, part / whole, asked, telling=telling)
            for key, part in self._covered(asked).items()
        )
        near = sorted((hit for hit in hits if hit.score >= NEAR), key=lambda hit: -hit.score)
        return near[:most]

    def _post(self, key: Key, counts: float, text: str) -> None:
        for term in terms(text):
            held = self._postings[term]
            held[key] = max(held.get(key, 0.0), counts)

    def _weight(self, term: str) -> float:
        """How much a term tells matters apart; one that no matter knows is mostly the seam between two words."""
        many, holding = len(self._phrases), len(self._postings.get(term, ()))
        return log(1 + many / holding) if holding else UNHEARD * log(1 + many)

    def _covered(self, asked: Mapping[str, float]) -> dict[Key, float]:
        covered: dict[Key, float] = defaultdict(float)
        for term, weight in asked.items():
            for key, counts in self._postings.get(term, {}).items():
                covered[key] += weight * counts
        return covered

    def _judged(self, key: Key, coverage: float, asked: Mapping[str, float], *, telling: bool) -> Hit[Key]:
        """How much of what was said the matter knows, and how much of its best phrase was said."""
        said, phrase = max(
            ((self._said(told, asked), phrase) for phrase, told in self._phrases[key]), default=(0.0, "")
        )
        score = coverage + said
        return Hit(key, score, telling and score >= SURE, phrase)

    def _said(self, told: Mapping[str, float], asked: Mapping[str, float]) -> float:
        whole = sum(counts * self._weight(term) for term, counts in told.items())
        said = sum(counts * self._weight(term) for term, counts in told.items() if term in asked)
        return said / whole if whole else 0.0


def _pair_counts(pair: str) -> float:
    filling = sum(character in FILLING for character in pair)
    return (1.0, HALF_FILLING, 0.0)[filling]
