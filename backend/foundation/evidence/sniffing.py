"""What a file is, judged by its first bytes: names and declared types are only what somebody said."""

from collections.abc import Callable
from contextlib import closing
from mmap import ACCESS_READ, mmap
from pathlib import Path

from backend.foundation.evidence.anatomy import boxes, jpeg, office, pdf, png, webp
from backend.foundation.evidence.anatomy.findings import Anatomy, View

HEAD = 512
Walk = Callable[[View], Anatomy]

# What people try to send and we do not take, so that the refusal can say what it saw.
_STRANGERS = (
    (b"GIF8", "GIF动图"),
    (b"BM", "BMP图片"),
    (b"II*\x00", "TIFF图片"),
    (b"MM\x00*", "TIFF图片"),
    (b"MZ", "程序"),
    (b"\x7fELF", "程序"),
    (b"Rar!", "RAR压缩包"),
    (b"7z\xbc\xaf", "7z压缩包"),
    (b"\xd0\xcf\x11\xe0", "旧版Office文件（请另存为DOCX或XLSX）"),
)
_MARKUP = ((b"<svg", "SVG图形"), (b"<html", "网页"), (b"<!doctype html", "网页"), (b"<?xml", "XML文件"))
_BRANDS = ((b"avif", "AVIF图片"), (b"qt  ", "MOV视频（请转为MP4）"), (b"3gp4", "3GP视频（请转为MP4）"))


def head_of(path: Path) -> bytes:
    """The first bytes of a file."""
    with path.open("rb") as file:
        return file.read(HEAD)


def anatomy_of(path: Path) -> Anatomy | None:
    """What the file is made of, None for what is not taken; raises Truncated and NotAllowed."""
    walk = walk_for(head_of(path))
    if walk is None:
        return None
    with path.open("rb") as file, closing(mmap(file.fileno(), 0, access=ACCESS_READ)) as view:
        return walk(view)


def walk_for(head: bytes) -> Walk | None:
    """How to go through a file that begins like this; None for what is not taken."""
    starts: tuple[tuple[bytes, Walk], ...] = (
        (b"\xff\xd8\xff", jpeg.walk),
        (png.SIGNATURE, png.walk),
        (b"%PDF-", pdf.walk),
        (b"PK\x03\x04", office.walk),
    )
    for start, walk in starts:
        if head.startswith(start):
            return walk
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return webp.walk
    return _walk_for_brands(boxes.brands(head))


def _walk_for_brands(brands: frozenset[bytes]) -> Walk | None:
    if brands & boxes.PHOTO_BRANDS:
        return boxes.walk_photo
    if brands & boxes.FILM_BRANDS and b"qt  " not in brands:
        return boxes.walk_film
    return None


def stranger(head: bytes) -> str:
    """What a file that is not taken seems to be, in words for the refusal."""
    for start, name in _STRANGERS:
        if head.startswith(start):
            return name
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    brands = boxes.brands(head)
    named = [name for mark, name in _MARKUP if mark in text] + [
        name for brand, name in _BRANDS if brand in brands
    ]
    return named[0] if named else "无法识别的文件"
