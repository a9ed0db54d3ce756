"""What stands behind the end of a picture or paper.

Phones append previews, gain and depth maps, short films and notes of their own, and each maker does it in its way; so
whatever is a whole picture or film is passed over and the rest is asked only whether another program would take it for
its own: a page, an archive, a paper, a program.
"""

import re
from collections.abc import Iterator

from backend.foundation.evidence.anatomy import boxes, jpeg
from backend.foundation.evidence.anatomy.findings import Truncated

# A hostile file of ten thousand beginnings costs no more than one of a few.
MOST_PARTS = 32
PADDING = b"\x00\xff \t\r\n"

_BEGINS = re.compile(rb"\xff\xd8\xff|.{4}ftyp", re.DOTALL)
_PAGE = re.compile(rb"<script|<!doctype|<iframe|<object|<embed", re.IGNORECASE)
# Four or five bytes turn up in a film by chance; in what nobody knows they are looked for as well.
_SHORT_PAGE = re.compile(rb"<html|<head|<body|<svg|<\?php|javascript:", re.IGNORECASE)
_STARTS = (
    (b"MZ", "程序"),
    (b"\x7fELF", "程序"),
    (b"\xcf\xfa\xed\xfe", "程序"),
    (b"\xca\xfe\xba\xbe", "程序"),
    (b"#!", "程序"),
    (b"Rar!\x1a\x07", "压缩包"),
    (b"7z\xbc\xaf\x27\x1c", "压缩包"),
    (b"\x1f\x8b\x08", "压缩包"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Office文件"),
)
_ZIP_ENTRY, _ZIP_END = b"PK\x03\x04", b"PK\x05\x06"


def hidden_in(rest: bytes) -> str:
    """What another program would take for its own behind the end, in words; empty where there is nothing such."""
    if _PAGE.search(rest):
        return "网页"
    if _ZIP_ENTRY in rest and _ZIP_END in rest:
        return "压缩包"
    return next(filter(None, map(_judged, _unknown(rest))), "")


def _judged(part: bytes) -> str:
    if _SHORT_PAGE.search(part):
        return "网页"
    if b"%PDF-" in part:
        return "PDF文件"
    begin = part.lstrip(PADDING)
    return next((words for start, words in _STARTS if begin.startswith(start)), "")


def _unknown(rest: bytes) -> Iterator[bytes]:
    """The stretches that are no whole picture and no whole film."""
    place = looked = 0
    for _ in range(MOST_PARTS):
        found = _BEGINS.search(rest, looked)
        if found is None:
            break
        end = _end_of(rest, found.start())
        looked = end or found.start() + 1
        if end:
            yield rest[place : found.start()]
            place = end
    yield rest[place:]


def _end_of(rest: bytes, start: int) -> int:
    """Where the picture or film that begins here ends; 0 where it is none."""
    if rest.startswith(b"\xff\xd8", start):
        try:
            return len(rest) - jpeg.walk(rest[start:]).trailing
        except Truncated:
            return 0
    return start + boxes.film_within(rest[start:])
