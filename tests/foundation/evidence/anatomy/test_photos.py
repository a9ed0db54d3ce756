"""Photos are walked from the first byte to their end mark; where that is missing, they are truncated."""

from pathlib import Path

import pytest

from backend.foundation.evidence.anatomy import jpeg, png, webp
from backend.foundation.evidence.anatomy.findings import Anatomy, Truncated
from backend.foundation.evidence.sniffing import HEAD, walk_for
from tests.foundation.evidence.pictures import camera_exif, encoded, photo, scene

WHOLE = {
    "jpeg": photo(),
    "jpeg progressive": encoded(scene(), "JPEG", progressive=True),
    "jpeg grey": encoded(scene().convert("L"), "JPEG"),
    "png": encoded(scene(), "PNG"),
    "webp lossy": encoded(scene(), "WEBP"),
    "webp lossless": encoded(scene(), "WEBP", lossless=True),
    "webp extended": encoded(scene(), "WEBP", exif=camera_exif()),
}


def walk(content: bytes) -> Anatomy:
    chosen = walk_for(content[:HEAD])
    assert chosen is not None
    return chosen(content)


@pytest.mark.parametrize("form", WHOLE)
def test_a_whole_photo_gives_its_size_and_nothing_trails(form: str) -> None:
    anatomy = walk(WHOLE[form])
    assert (anatomy.width, anatomy.height, anatomy.trailing) == (640, 480, 0)
    assert anatomy.media_type == f"image/{form.split(maxsplit=1)[0]}"


@pytest.mark.parametrize("form", WHOLE)
def test_a_photo_cut_anywhere_is_truncated(form: str) -> None:
    content = WHOLE[form]
    for cut in {*range(16, len(content), 97), len(content) // 2, len(content) - 2, len(content) - 1}:
        with pytest.raises(Truncated):
            walk(content[:cut])


@pytest.mark.parametrize("form", WHOLE)
def test_what_is_hidden_behind_the_end_is_counted(form: str) -> None:
    hidden = b"<script>alert(1)</script>"
    assert walk(WHOLE[form] + hidden).trailing == len(hidden)


def test_the_end_mark_of_a_thumbnail_inside_is_not_the_end_of_the_photo() -> None:
    small = encoded(scene(160, 120), "JPEG")
    inside = b"\xff\xe1" + (len(small) + 2).to_bytes(2, "big") + small
    content = encoded(scene(), "JPEG")
    anatomy = jpeg.walk(content[:2] + inside + content[2:])
    assert (anatomy.width, anatomy.trailing) == (640, 0)
    with pytest.raises(Truncated):
        jpeg.walk(content[:2] + inside + content[2:600])


@pytest.mark.parametrize("module", [jpeg, png, webp])
def test_nothing_but_a_beginning_is_truncated(module: object) -> None:
    with pytest.raises(Truncated):
        module.walk(b"\xff\xd8\xff\xe0")  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("name", "width", "height"),
    [
        ("HMD_Nokia_8.3_5G.jpg", 4608, 1976),
        ("iphone_13_pro_max.HEIC", 4032, 3024),
        ("landscape_8.jpg", 450, 600),
    ],
)
def test_photos_of_real_cameras_are_whole(samples: Path, name: str, width: int, height: int) -> None:
    content = (samples / "photos" / name).read_bytes()
    assert (walk(content).width, walk(content).height) == (width, height)
    with pytest.raises(Truncated):
        walk(content[: len(content) * 9 // 10])
