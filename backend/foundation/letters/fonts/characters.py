"""Which characters the fonts of the kit carry. Pure but for the Unihan file it is handed."""

import bz2
from collections.abc import Iterator
from pathlib import Path

SYMBOL_ROWS = range(1, 10)
LEVEL_ONE_ROWS = range(16, 56)
LEVEL_TWO_ROWS = range(56, 88)

# Punctuation and signs that official papers use and GB 2312 lacks or maps elsewhere: dashes, the dot inside
# minority names (U+00B7), circled and bracketed numbers, units, arrows, boxes, ticks, full-width forms.
_SIGN_BLOCKS = (
    (0x0020, 0x007E),
    (0x00A0, 0x017F),
    (0x2010, 0x2057),
    (0x2070, 0x209F),
    (0x20A0, 0x20BF),
    (0x2100, 0x214F),
    (0x2150, 0x218F),
    (0x2190, 0x21FF),
    (0x2200, 0x22FF),
    (0x2460, 0x24FF),
    (0x2500, 0x27BF),
    (0x3000, 0x303F),
    (0x3200, 0x33FF),
    (0xFE30, 0xFE4F),
    (0xFF00, 0xFFEF),
)
_UNIFIED_REPERTOIRE = (0x4E00, 0x9FA5)

# Common in names of people and places, missing from every GB 2312 typeface. All of them stand in the tables
# below as well; the list is what the kit's tests hold each face to.
NAME_CHARACTERS = frozenset("旻堃喆祎邨昇赟玥垚犇玺晟睿珺煊曌翀韡淼皙甦氾龢迳湉彧偲禕劉龍")


def gb2312(rows: range) -> Iterator[str]:
    """The characters of GB/T 2312-1980 in these rows; cells that hold nothing are left out."""
    for row in rows:
        for cell in range(1, 95):
            pair = bytes((row + 0xA0, cell + 0xA0))
            yield from pair.decode("gb2312", errors="ignore")


def signs() -> Iterator[str]:
    for first, last in _SIGN_BLOCKS:
        yield from map(chr, range(first, last + 1))


def unified_repertoire() -> Iterator[str]:
    """The 20,902 characters of GBK: every traditional and variant form an identity card of today may carry."""
    yield from map(chr, range(_UNIFIED_REPERTOIRE[0], _UNIFIED_REPERTOIRE[1] + 1))


def general_standard(unihan: Path) -> Iterator[str]:
    """The 8,105 characters of 《通用规范汉字表》 (2013), read from Unihan's kTGH; names registered since are from it."""
    with bz2.open(unihan, "rt", encoding="utf-8") as lines:
        for line in lines:
            code, _, rest = line.partition("\t")
            if rest.startswith("kTGH\t"):
                yield chr(int(code.removeprefix("U+"), 16))


def character_sets(unihan: Path) -> dict[str, frozenset[str]]:
    """The named sets a face may be cut to."""
    basic = frozenset(signs()) | frozenset(gb2312(SYMBOL_ROWS)) | frozenset(gb2312(LEVEL_ONE_ROWS))
    full = basic | frozenset(gb2312(LEVEL_TWO_ROWS))
    standard = full | frozenset(general_standard(unihan)) | NAME_CHARACTERS
    return {
        "gb2312-level-1": basic,
        "gb2312": full,
        "general-standard": standard,
        "unified-repertoire": standard | frozenset(unified_repertoire()),
    }
