from struct import pack

import pytest

from backend.foundation.letters.fonts.coverage import code_points
from backend.foundation.letters.fonts.kit import KIT


def font(*subtables: tuple[int, bytes]) -> bytes:
    """The smallest file with a cmap; each subtable with its platform."""
    head = pack(">HH", 0, len(subtables))
    offset = len(head) + 8 * len(subtables)
    for platform, body in subtables:
        head += pack(">HHL", platform, 1, offset)
        offset += len(body)
    cmap = head + b"".join(body for _, body in subtables)
    return b"OTTO" + pack(">HHHH", 1, 0, 0, 0) + pack(">4sLLL", b"cmap", 0, 28, len(cmap)) + cmap


def segments(*runs: tuple[int, int, int]) -> bytes:
    """A format 4 subtable of (first, last, delta), closed by the obligatory 0xFFFF segment."""
    closed = (*runs, (0xFFFF, 0xFFFF, 1))
    ends, starts = ([run[side] for run in closed] for side in (1, 0))
    deltas, offsets = [run[2] for run in closed], [0] * len(closed)
    words = [4, 0, 0, 2 * len(closed), 0, 0, 0, *ends, 0, *starts, *deltas, *offsets]
    return pack(f">{len(words)}H", *words)


def groups(*runs: tuple[int, int]) -> bytes:
    body = b"".join(pack(">LLL", first, last, 1) for first, last in runs)
    return pack(">HHLLL", 12, 0, 16 + len(body), 0, len(runs)) + body


def test_a_basic_plane_table_is_read() -> None:
    assert code_points(font((3, segments((0x41, 0x43, 5))))) == {0x41, 0x42, 0x43}


def test_a_character_mapped_to_no_glyph_is_not_shown() -> None:
    assert code_points(font((3, segments((0x41, 0x41, 0x10000 - 0x41))))) == set()


def test_characters_beyond_the_basic_plane_are_read() -> None:
    assert code_points(font((0, groups((0x2A6A5, 0x2A6A6))))) == {0x2A6A5, 0x2A6A6}


def test_several_tables_add_up() -> None:
    assert code_points(font((0, groups((0x2A6A5, 0x2A6A5))), (3, segments((0x41, 0x41, 1))))) == {
        0x41,
        0x2A6A5,
    }


def test_a_table_for_old_machines_is_ignored() -> None:
    assert code_points(font((1, segments((0x41, 0x41, 1))))) == set()


def test_the_first_face_of_a_collection_is_read() -> None:
    single = font((3, segments((0x41, 0x41, 1))))
    shift = 16
    moved = single[:20] + pack(">L", 28 + shift) + single[24:]
    assert code_points(b"ttcf" + pack(">LLL", 0x10000, 1, shift) + moved) == {0x41}


@pytest.mark.parametrize("length", [0, 3, 11, 40, 400])
def test_a_file_cut_short_shows_nothing(length: int) -> None:
    assert code_points((KIT / "FandolHei-Regular.otf").read_bytes()[:length]) == set()
