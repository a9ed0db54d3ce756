"""Characters no typeface at hand can show: printed as 〓, the compositor's mark for a missing sort, and named.

A rare name must never vanish from a paper in silence, nor may one emoji in the facts keep a patrol from being
printed. Signs that have no picture of their own (controls, joiners, variation selectors) are simply left out.
"""

import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

from backend.foundation.letters.fonts.coverage import code_points
from backend.foundation.letters.fonts.kit import font_folders

MISSING_SORT = "〓"
_TYPEFACES = frozenset({".otf", ".ttf", ".ttc"})
_SILENT = frozenset({"Cc", "Cf", "Cs", "Mn"})
_LAYOUT = frozenset("\n\t")


@cache
def covered(own: Path | None = None) -> frozenset[int]:
    """What the kit and the office's `own` typefaces can show between them."""
    files = (file for folder in font_folders(own) for file in sorted(folder.iterdir()))
    return frozenset().union(
        *(code_points(file.read_bytes()) for file in files if file.suffix.lower() in _TYPEFACES)
    )


def mark_missing(value: Any, shown: frozenset[int]) -> tuple[Any, tuple[str, ...]]:
    """`value` (text, lists and dicts of it) fit for printing, and the missing characters, each once, in order."""
    missing: dict[str, None] = {}
    return _marked(value, shown, missing), tuple(missing)


def code(character: str) -> str:
    """`U+2A6A5`, as it is looked up."""
    return f"U+{ord(character):04X}"


def _marked(value: Any, shown: frozenset[int], missing: dict[str, None]) -> Any:
    match value:
        case str():
            return _text(value, shown, missing)
        case dict():
            return {key: _marked(each, shown, missing) for key, each in value.items()}
        case list() | tuple():
            return [_marked(each, shown, missing) for each in value]
        case _:
            return value


def _text(text: str, shown: frozenset[int], missing: dict[str, None]) -> str:
    strange = {each for each in set(text) - _LAYOUT if ord(each) not in shown}
    return (
        "".join(_stand_in(each, missing) if each in strange else each for each in text) if strange else text
    )


def _stand_in(character: str, missing: dict[str, None]) -> str:
    if unicodedata.category(character) in _SILENT:
        return ""
    missing[character] = None
    return MISSING_SORT
