"""Chinese text as overlapping pairs of characters, so that a two-character name is found on either engine. Pure.

石门大桥 becomes 石门 门大 大桥 桥: the pairs, then the last character alone, so that a prefix search for one character
finds it wherever it stands. Latin letters and digits stay words, in lower case.
"""

import re

_HAN = r"\u2e80-\u2fff\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
_PIECE = re.compile(rf"[{_HAN}]+|[^\W_{_HAN}]+")
_IS_HAN = re.compile(rf"[{_HAN}]")
LONGEST_WORD = 60


def pieces(text: str) -> list[str]:
    """Runs of Chinese characters and words of other scripts, lower-cased, in order."""
    return [piece.lower()[:LONGEST_WORD] if not is_han(piece) else piece for piece in _PIECE.findall(text)]


def is_han(piece: str) -> bool:
    return bool(_IS_HAN.match(piece))


def pairs(run: str) -> list[str]:
    return [run[at : at + 2] for at in range(len(run) - 1)]


def bigrams(text: str) -> str:
    """What the index stores for `text`: tokens in order, separated by spaces."""
    tokens: list[str] = []
    for piece in pieces(text):
        tokens += [*pairs(piece), piece[-1]] if is_han(piece) else [piece]
    return " ".join(tokens)
