"""Text longer than a spreadsheet's cell: 32,767 UTF-16 units, as the format counts. Cut, never lost. Pure."""

MOST_UNITS = 32_767
CONTINUED = "…（续见“长文续页”）"
_BEYOND_BASIC_PLANE = 0xFFFF


def fits(text: str) -> bool:
    return len(text) * 2 <= MOST_UNITS or _units(text) <= MOST_UNITS


def pieces(text: str) -> list[str]:
    """The text in parts that each fit beside the mark of continuation; joined they are the text."""
    room = MOST_UNITS - _units(CONTINUED)
    parts: list[str] = []
    start = used = 0
    for at, character in enumerate(text):
        units = _units(character)
        if used + units > room:
            parts.append(text[start:at])
            start, used = at, 0
        used += units
    return [*parts, text[start:]]


def _units(text: str) -> int:
    return len(text) + sum(ord(character) > _BEYOND_BASIC_PLANE for character in text)
