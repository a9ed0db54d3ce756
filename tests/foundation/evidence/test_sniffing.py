"""What a file is, is judged by its bytes; whatever they are, the walk ends and says so."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.foundation.evidence.anatomy.findings import NotAllowed, Truncated
from backend.foundation.evidence.sniffing import HEAD, stranger, walk_for
from tests.foundation.evidence.pictures import box, encoded, film, heic_shell, paper, photo, scene

STRANGERS = {
    "GIF动图": encoded(scene(), "GIF"),
    "BMP图片": encoded(scene(), "BMP"),
    "TIFF图片": encoded(scene(), "TIFF"),
    "SVG图形": b'\xef\xbb\xbf<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>',
    "网页": b"<!DOCTYPE html><html><script>1</script></html>",
    "XML文件": b"<?xml version='1.0'?><a/>",
    "程序": b"MZ\x90\x00",
    "AVIF图片": box(b"ftyp", b"avif", b"\0" * 4, b"mif1avif"),
    "MOV视频（请转为MP4）": box(b"ftyp", b"qt  ", b"\0" * 4, b"qt  "),
    "无法识别的文件": b"just words",
}
KNOWN = [photo(64, 48), encoded(scene(64, 48), "PNG"), encoded(scene(64, 48), "WEBP"), heic_shell(), film()]


@pytest.mark.parametrize("name", STRANGERS)
def test_strangers_are_not_walked_and_are_called_by_name(name: str) -> None:
    head = STRANGERS[name][:HEAD]
    assert walk_for(head) is None
    assert stranger(head) == name


@pytest.mark.parametrize("content", [b"", b"\xff", b"RIFF", b"\0\0\0\x18ftyp"])
def test_almost_nothing_is_a_stranger(content: bytes) -> None:
    assert walk_for(content) is None


def test_a_page_that_begins_like_a_photo_is_walked_as_one_and_found_broken() -> None:
    walk = walk_for(b"\xff\xd8\xff<html>")
    assert walk is not None
    with pytest.raises(Truncated):
        walk(b"\xff\xd8\xff<html><script>1</script></html>")


@given(st.sampled_from([*KNOWN, paper("word/document.xml")]), st.data())
def test_damaged_files_are_walked_to_an_answer(content: bytes, data: st.DataObject) -> None:
    damaged = bytearray(content)
    for _ in range(data.draw(st.integers(1, 8))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    walk = walk_for(bytes(damaged[:HEAD]))
    with suppress(Truncated, NotAllowed):
        assert walk is None or walk(bytes(damaged)).media_type
