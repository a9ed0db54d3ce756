"""Text that shows nothing: spaces, zero-width signs, fillers. Whoever sends it has written nothing. Pure."""

from typing import Final

# Letters and symbols by their class, but nobody sees them: fillers of Hangul, the empty pattern of Braille.
_UNSEEN: Final = frozenset("\u115f\u1160\u2800\u3164\uffa0")


def is_blank(text: str) -> bool:
    """Whether a reader would see nothing of it."""
    return not any(sign.isprintable() and not sign.isspace() and sign not in _UNSEEN for sign in text)
