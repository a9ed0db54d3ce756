"""What a walk through a file's structure brings back."""

from dataclasses import dataclass
from mmap import mmap

View = bytes | mmap


class Truncated(ValueError):
    """The structure promises more than the file holds, or its end mark is missing."""


class NotAllowed(ValueError):
    """The structure is whole, but of a kind that is not taken: a moving picture as a photo, macros in a table."""


@dataclass(frozen=True, slots=True)
class Anatomy:
    """`width` and `height` as stored (0 where the form has none); `trailing` bytes after the form's own end.

    Trailing bytes are no fault by themselves: phones append depth maps and short films. What may stand there and what
    may not says evidence/appendix.py.
    """

    media_type: str
    width: int = 0
    height: int = 0
    trailing: int = 0

    @property
    def pixels(self) -> int:
        """How many pixels a decoder would have to hold."""
        return self.width * self.height


def take(view: View, start: int, length: int) -> bytes:
    """Exactly these bytes; raises Truncated where the file ends before."""
    part = view[start : start + length]
    if len(part) < length:
        raise Truncated
    return part


def big(view: View, start: int, length: int) -> int:
    """An unsigned big-endian number."""
    return int.from_bytes(take(view, start, length), "big")


def little(view: View, start: int, length: int) -> int:
    """An unsigned little-endian number."""
    return int.from_bytes(take(view, start, length), "little")
