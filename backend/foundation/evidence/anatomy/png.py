"""PNG (ISO/IEC 15948): chunks from IHDR to IEND."""

from backend.foundation.evidence.anatomy.findings import Anatomy, View, big, take

SIGNATURE = b"\x89PNG\r\n\x1a\n"
FRAME = 12  # length, type and check sum around each chunk's data


def walk(view: View) -> Anatomy:
    """To the end of IEND."""
    width, height = big(view, 16, 4), big(view, 20, 4)
    place = len(SIGNATURE)
    kind = b""
    while kind != b"IEND":
        kind = take(view, place + 4, 4)
        place += big(view, place, 4) + FRAME
    take(view, place - 4, 4)
    return Anatomy("image/png", width, height, trailing=len(view) - place)
