"""What `make run` prints: the address, and who can sign in."""

from collections.abc import Iterable

from backend.demo.organisation import PASSWORD, signing_in

COLUMNS = 3


def announce(addresses: Iterable[str]) -> str:
    """Addresses and demo sign-ins, one screen of text."""
    people = [f"{username:<11}{position}" for username, position in signing_in()]
    return "\n".join(
        (
            "",
            f"  联动 Liandong   {'   '.join(addresses)}",
            f"  演示数据，人和事都是虚构的。密码都是 {PASSWORD}",
            "",
            *(f"    {line}" for line in _in_columns(people)),
            "",
        )
    )


def _in_columns(entries: list[str]) -> list[str]:
    height = -(-len(entries) // COLUMNS)
    width = max(map(_shown_width, entries)) + 2
    return [
        "".join(entry + " " * (width - _shown_width(entry)) for entry in entries[line::height]).rstrip()
        for line in range(height)
    ]


def _shown_width(text: str) -> int:
    """Columns a terminal gives the text: two for each Chinese character."""
    return sum(2 if ord(character) > 0x2E7F else 1 for character in text)  # noqa: PLR2004 - first CJK radical
