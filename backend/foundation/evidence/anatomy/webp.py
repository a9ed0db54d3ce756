"""WebP (RFC 9649): a RIFF container whose first chunk tells the size of the picture."""

from backend.foundation.evidence.anatomy.findings import Anatomy, Truncated, View, little, take

CHUNK = 12  # where the first chunk begins
DATA = CHUNK + 8


def walk(view: View) -> Anatomy:
    """To the end the container names."""
    end = little(view, 4, 4) + 8
    if end > len(view):
        raise Truncated
    width, height = _size(view, take(view, CHUNK, 4))
    return Anatomy("image/webp", width, height, trailing=len(view) - end)


def _size(view: View, kind: bytes) -> tuple[int, int]:
    if kind == b"VP8X":
        return little(view, DATA + 4, 3) + 1, little(view, DATA + 7, 3) + 1
    if kind == b"VP8L":
        bits = little(view, DATA + 1, 4)
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    return little(view, DATA + 6, 2) & 0x3FFF, little(view, DATA + 8, 2) & 0x3FFF
