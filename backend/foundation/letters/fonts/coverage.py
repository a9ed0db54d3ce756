"""Which characters a font file can show: its `cmap`, read directly (OpenType 1.9, chapter cmap, formats 4 and 12)."""

import struct
from collections.abc import Iterator
from itertools import chain
from struct import unpack_from

_COLLECTION = b"ttcf"
_BASIC_PLANE, _ALL_PLANES = 4, 12
_WORD = 0xFFFF


def code_points(font: bytes) -> frozenset[int]:
    """Every code point that has a glyph in this file (in a collection: in its first face).

    A file that is no OpenType font, or is cut short, shows nothing.
    """
    try:
        return frozenset(chain.from_iterable(_subtable(font, at) for at in _subtables(font)))
    except (struct.error, LookupError):
        return frozenset()


def _subtables(font: bytes) -> Iterator[int]:
    cmap = _table(font, b"cmap")
    (count,) = unpack_from(">H", font, cmap + 2)
    for index in range(count):
        platform, _, offset = unpack_from(">HHL", font, cmap + 4 + 8 * index)
        if platform in (0, 3):  # Unicode, Windows
            yield cmap + int(offset)


def _table(font: bytes, tag: bytes) -> int:
    start = int(unpack_from(">L", font, 12)[0]) if font[:4] == _COLLECTION else 0
    (count,) = unpack_from(">H", font, start + 4)
    for index in range(count):
        name, _, offset, _ = unpack_from(">4sLLL", font, start + 12 + 16 * index)
        if name == tag:
            return int(offset)
    raise LookupError(tag)


def _subtable(font: bytes, at: int) -> Iterator[int]:
    (form,) = unpack_from(">H", font, at)
    if form == _ALL_PLANES:
        return _groups(font, at)
    return _segments(font, at) if form == _BASIC_PLANE else iter(())


def _groups(font: bytes, at: int) -> Iterator[int]:
    (count,) = unpack_from(">L", font, at + 12)
    for index in range(count):
        first, last, _ = unpack_from(">LLL", font, at + 16 + 12 * index)
        yield from range(first, last + 1)


def _segments(font: bytes, at: int) -> Iterator[int]:
    double = int(unpack_from(">H", font, at + 6)[0])
    ends = at + 14
    starts, deltas, offsets = ends + double + 2, ends + 2 * double + 2, ends + 3 * double + 2
    for step in range(0, double, 2):
        last, first = _word(font, ends + step), _word(font, starts + step)
        delta, offset = _word(font, deltas + step), _word(font, offsets + step)
        for point in range(first, last + 1):
            glyph = _word(font, offsets + step + offset + 2 * (point - first)) if offset else point
            if glyph and (glyph + delta) & _WORD and point != _WORD:
                yield point


def _word(font: bytes, at: int) -> int:
    return int(unpack_from(">H", font, at)[0])
