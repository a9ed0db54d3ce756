"""Before a file is kept: right kind, whole, not a bomb; the refusal says what was seen."""

import zlib
from pathlib import Path

import pytest

from backend.foundation.evidence.examination import MATERIALS, PHOTOS, examine, plain_type
from backend.foundation.refusals import Refusal
from tests.foundation.evidence.pictures import encoded, film, heic_shell, photo, scene


def written(folder: Path, content: bytes) -> Path:
    path = folder / "in"
    path.write_bytes(content)
    return path


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few kilobytes that unpacks to `width` × `height` pixels."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return len(body).to_bytes(4, "big") + kind + body + zlib.crc32(kind + body).to_bytes(4, "big")

    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x01\0\0\0\0"
    rows = zlib.compress(b"\0" * ((width // 8 + 1) * height))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (photo(), "image/jpeg"),
        (encoded(scene(), "PNG"), "image/png"),
        (encoded(scene(), "WEBP"), "image/webp"),
        (heic_shell(), "image/heic"),
    ],
)
def test_photos_of_the_four_kinds_pass(tmp_path: Path, content: bytes, media_type: str) -> None:
    assert examine(written(tmp_path, content), PHOTOS, media_type).media_type == media_type


def test_a_photo_with_something_behind_its_end_passes_and_says_so(tmp_path: Path) -> None:
    anatomy = examine(written(tmp_path, photo() + b"LIVE_3012345 and the film"), PHOTOS, "image/jpeg")
    assert anatomy.trailing == 25


def test_a_film_is_material_and_no_photo(tmp_path: Path) -> None:
    path = written(tmp_path, film())
    assert examine(path, MATERIALS, "video/mp4").media_type == "video/mp4"
    with pytest.raises(Refusal) as refused:
        examine(path, PHOTOS, "image/jpeg")
    assert (refused.value.code, refused.value.detail) == (
        "media_type_refused",
        "内容是MP4，只收JPEG、PNG、WebP、HEIC",
    )


@pytest.mark.parametrize(
    ("content", "declared", "code", "detail"),
    [
        (b"", "image/jpeg", "media_type_refused", "内容是无法识别的文件，只收JPEG、PNG、WebP、HEIC"),
        (
            b"<svg onload='alert(1)'/>",
            "image/png",
            "media_type_refused",
            "内容是SVG图形，只收JPEG、PNG、WebP、HEIC",
        ),
        (
            encoded(scene(), "GIF"),
            "image/png",
            "media_type_refused",
            "内容是GIF动图，只收JPEG、PNG、WebP、HEIC",
        ),
        (encoded(scene(), "PNG"), "image/jpeg", "media_type_refused", "登记的是JPEG，内容是PNG"),
        (photo()[:-500], "image/jpeg", "photo_truncated", ""),
        (bomb(7072, 7072), "image/png", "photo_too_many_pixels", "7072×7072像素，最多5000万像素"),
        (bomb(40_000, 40_000)[:2000], "image/png", "photo_truncated", ""),
        (
            heic_shell(60_000, 60_000),
            "image/heic",
            "photo_too_many_pixels",
            "60000×60000像素，最多5000万像素",
        ),
    ],
    ids=["empty", "svg", "gif", "png as jpeg", "truncated", "bomb", "cut bomb", "heic bomb"],
)
def test_what_is_refused_is_told_why(
    tmp_path: Path, content: bytes, declared: str, code: str, detail: str
) -> None:
    with pytest.raises(Refusal) as refused:
        examine(written(tmp_path, content), PHOTOS, declared)
    assert (refused.value.code, refused.value.detail) == (code, detail)


def test_a_truncated_paper_is_not_called_a_photo(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refused:
        examine(written(tmp_path, b"%PDF-1.7 no end"), MATERIALS, "application/pdf")
    assert refused.value.code == "file_truncated"


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("image/JPEG", "image/jpeg"),
        ("image/jpg", "image/jpeg"),
        ("image/heif", "image/heic"),
        ("a/b; charset=x", "a/b"),
    ],
)
def test_media_types_go_by_one_name(said: str, plain: str) -> None:
    assert plain_type(said) == plain
