"""On which line of a TOML text a table or key stands; tomllib tells the values but not the places.

Only texts that tomllib has accepted come here, so this needs to find keys, not to judge them.
"""

import re
from typing import Final

from backend.foundation.datafiles.faults import Place

_SEGMENT: Final = r"""(?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*')"""
_NAME: Final = rf"{_SEGMENT}(?:\s*\.\s*{_SEGMENT})*"
_ARRAY: Final = re.compile(rf"\s*\[\[\s*({_NAME})\s*\]\]")
_TABLE: Final = re.compile(rf"\s*\[\s*({_NAME})\s*\]")
_PAIR: Final = re.compile(rf"\s*({_NAME})\s*=\s*(.*)")
_QUOTES: Final = ("'''", '"""')


class LineIndex:
    """Places and their lines (from 1)."""

    def __init__(self, text: str) -> None:
        self._lines: dict[Place, int] = {}
        self._arrays: dict[Place, int] = {}
        self._table: Place = ()
        open_quote = ""
        for number, line in enumerate(text.splitlines(), start=1):
            if open_quote:
                open_quote = "" if open_quote in line else open_quote
            else:
                open_quote = self._read(line, number)

    def find(self, place: Place) -> int:
        """The line of the place, or of the nearest thing around it."""
        while place and place not in self._lines:
            place = place[:-1]
        return self._lines.get(place, 1)

    def _read(self, line: str, number: int) -> str:
        """Note what begins on the line; the quote of a string that goes on below, else ""."""
        if found := _ARRAY.match(line):
            self._table = self._next_element(_split(found[1]))
        elif found := _TABLE.match(line):
            self._table = self._resolve(_split(found[1]))
        elif found := _PAIR.match(line):
            self._lines.setdefault(self._table + _split(found[1]), number)
            return next((quote for quote in _QUOTES if found[2].count(quote) == 1), "")
        else:
            return ""
        self._lines.setdefault(self._table, number)
        return ""

    def _next_element(self, name: Place) -> Place:
        array = self._resolve(name[:-1]) + name[-1:]
        self._arrays[array] = self._arrays.get(array, -1) + 1
        return (*array, self._arrays[array])

    def _resolve(self, name: Place) -> Place:
        """A table inside an array of tables belongs to the array's latest element."""
        place: Place = ()
        for segment in name:
            place += (segment,)
            if place in self._arrays:
                place += (self._arrays[place],)
        return place


def _split(name: str) -> Place:
    return tuple(segment.strip("\"'") for segment in re.findall(_SEGMENT, name))
