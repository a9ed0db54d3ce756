"""HEIC and MP4: boxes are whole or the file is truncated."""

import pytest

from backend.foundation.evidence.anatomy.boxes import brands, walk_film, walk_photo
from backend.foundation.evidence.anatomy.findings import Truncated
from tests.foundation.evidence.pictures import box, film, heic_shell


def test_the_largest_extent_of_a_heic_counts() -> None:
    anatomy = walk_photo(heic_shell(4032, 3024))
    assert (anatomy.media_type, anatomy.pixels) == ("image/heic", 4032 * 3024)


@pytest.mark.parametrize("content", [heic_shell(), film()], ids=["heic", "mp4"])
def test_cut_anywhere_it_is_truncated(content: bytes) -> None:
    walk = walk_photo if b"heic" in content[:40] else walk_film
    for cut in range(25, len(content)):
        with pytest.raises(Truncated):
            walk(content[:cut])


def test_a_film_needs_its_index() -> None:
    assert walk_film(film()).media_type == "video/mp4"
    with pytest.raises(Truncated):
        walk_film(box(b"ftyp", b"isom", b"\0" * 4) + box(b"mdat", b"1234"))


def test_long_boxes_and_a_last_box_without_length_are_understood() -> None:
    long = (1).to_bytes(4, "big") + b"moov" + (16 + 3).to_bytes(8, "big") + b"abc"
    endless = (0).to_bytes(4, "big") + b"mdat" + b"to the end"
    assert walk_film(box(b"ftyp", b"isom", b"\0" * 4) + long + endless).media_type == "video/mp4"


def test_a_box_smaller_than_its_own_head_ends_the_walk() -> None:
    with pytest.raises(Truncated):
        walk_film(box(b"ftyp", b"isom", b"\0" * 4) + (4).to_bytes(4, "big") + b"moov")


def test_brands_are_the_major_and_the_compatible_ones() -> None:
    assert brands(heic_shell()) == {b"heic", b"mif1"}
    assert brands(b"\xff\xd8\xff\xe0 no box at all") == frozenset()
