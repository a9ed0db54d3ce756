"""Whole numbers as a header says them."""

import re

# As many figures as a 64-bit column holds whatever they are.
_FIGURES = re.compile(r"[0-9]{1,18}")


def whole_number(text: str) -> int | None:
    """In plain figures; `str.isdigit` takes ² for one, and `int` no more than 4,300 of them."""
    return int(text) if _FIGURES.fullmatch(text) else None
