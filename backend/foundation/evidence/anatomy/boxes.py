"""HEIC (ISO/IEC 23008-12) and MP4 (ISO/IEC 14496-12): both are boxes within boxes."""

from collections.abc import Iterator
from contextlib import suppress

from backend.foundation.evidence.anatomy.findings import Anatomy, Truncated, View, big, take

HEAD = 8
LONG = 16
FULL = 4  # version and flags after the head of a "full" box
FIRST, DATA, INDEX = b"ftyp", b"mdat", b"moov"
OUTERMOST = frozenset(
    {
        b"ftyp",
        b"styp",
        b"meta",
        b"moov",
        b"moof",
        b"mfra",
        b"mdat",
        b"free",
        b"skip",
        b"wide",
        b"uuid",
        b"pdin",
        b"sidx",
    }
    | {b"mpvd", b"sefd"}  # where phones keep the short film of a moving photo
)
PHOTO_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis"})
FILM_BRANDS = frozenset({b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"M4V "})

Box = tuple[bytes, int, int]


def brands(head: bytes) -> frozenset[bytes]:
    """The major and the compatible brands of the leading `ftyp` box; empty where there is none."""
    if head[4:8] != b"ftyp":
        return frozenset()
    end = min(int.from_bytes(head[:4], "big"), len(head))
    return frozenset(head[place : place + 4] for place in (8, *range(16, end, 4)))


def walk_photo(view: View) -> Anatomy:
    """A still picture: the largest extent any of its parts declares is what a decoder would have to hold."""
    end = _end_of_photo(view)
    sizes = [
        (big(view, start + FULL, 4), big(view, start + FULL + 4, 4))
        for start in _within(view, (b"meta", b"iprp", b"ipco", b"ispe"), end)
    ]
    if not sizes:
        raise Truncated
    width, height = max(sizes, key=lambda size: size[0] * size[1])
    return Anatomy("image/heic", width, height, trailing=len(view) - end)


def walk_film(view: View) -> Anatomy:
    """A film: whole boxes only, and its index (`moov`) must be among them."""
    if not _within(view, (INDEX,), len(view)) or not _within(view, (DATA,), len(view)):
        raise Truncated
    return Anatomy("video/mp4")


def film_within(view: View) -> int:
    """How long the whole film is that begins here, whatever follows it; 0 where none does."""
    end, seen = 0, set[bytes]()
    with suppress(Truncated):
        for name, _, stop in _boxes(view, 0, len(view)):
            # A box without a length would claim whatever stands behind the film.
            if name not in OUTERMOST or big(view, end, 4) == 0:
                break
            end = stop
            seen.add(name)
    return end if {INDEX, DATA} <= seen else 0


def _end_of_photo(view: View) -> int:
    """Where the last whole box ends. Behind picture and directory something else may stand, but no box that was cut."""
    end, seen = 0, set[bytes]()
    try:
        for name, _, stop in _boxes(view, 0, len(view)):
            another = name == FIRST and seen
            if another or (name not in OUTERMOST and big(view, end, 4) == 0):  # another file, or padding
                break
            end = stop
            seen.add(name)
    except Truncated:
        if view[end + 4 : end + HEAD] in OUTERMOST:
            raise
    if not {b"meta", DATA} <= seen:
        raise Truncated
    return end


def _within(view: View, path: tuple[bytes, ...], end: int) -> list[int]:
    """Where the contents of all boxes at the end of this path begin; every outer box must be whole."""
    spans = [(0, end)]
    for name in path:
        found = [box for span in spans for box in list(_boxes(view, *span)) if box[0] == name]
        spans = [(start + (FULL if name == b"meta" else 0), stop) for _, start, stop in found]
    return [start for start, _ in spans]


def _boxes(view: View, place: int, end: int) -> Iterator[Box]:
    """Name, beginning and end of the contents of each box between two places."""
    while place < end:
        length, name, head = big(view, place, 4), take(view, place + 4, 4), HEAD
        if length == 1:
            length, head = big(view, place + HEAD, 8), LONG
        if length == 0:  # reaches to the end of the file
            length = end - place
        if length < head or place + length > end:
            raise Truncated
        yield name, place + head, place + length
        place += length
