"""Each browser gets what it accepts, and no more than one compression is ever made."""

import gzip

import brotli
import pytest

from backend.foundation.web.assets.encodings import choose, encoded
from backend.foundation.web.assets.tree import Asset

TEXT = Asset("a.css", b"a { color: red }\n" * 100, "text/css", "1")
PICTURE = Asset("a.png", b"\x89PNG" * 1000, "image/png", "2")


@pytest.mark.parametrize(
    ("accepted", "chosen"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip;q=1.0, br;q=0", "gzip"),
        ("GZIP", "gzip"),
        ("br;q=nonsense, gzip", "gzip"),
        ("identity", ""),
        ("", ""),
        (",;,=", ""),
    ],
)
def test_the_best_accepted_encoding_is_chosen(accepted: str, chosen: str) -> None:
    assert choose(accepted, TEXT) == chosen


def test_pictures_and_small_files_are_sent_as_they_are() -> None:
    assert choose("br", PICTURE) == ""
    assert choose("br", Asset("b.css", b"b{}", "text/css", "3")) == ""


def test_every_encoding_gives_the_same_bytes_back() -> None:
    assert brotli.decompress(encoded(TEXT, "br")) == TEXT.body
    assert gzip.decompress(encoded(TEXT, "gzip")) == TEXT.body
    assert encoded(TEXT, "") == TEXT.body


def test_a_file_is_compressed_once() -> None:
    assert encoded(TEXT, "br") is encoded(TEXT, "br")
