import re
from base64 import b64decode
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, UnidentifiedImageError

from backend.foundation.letters.pictures import LONG_EDGE, picture


def photo(size: tuple[int, int], form: str, orientation: int | None = None) -> bytes:
    buffer, exif = BytesIO(), Image.Exif()
    if orientation:
        exif[0x0112] = orientation
    Image.new("RGB", size, "teal").save(buffer, form, exif=exif)
    return buffer.getvalue()


def inside(svg: str) -> Image.Image:
    found = re.search(r"base64,([^\"]+)", svg)
    assert found
    return Image.open(BytesIO(b64decode(found[1])))


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_every_rendition_becomes_a_small_jpeg(form: str) -> None:
    small = inside(picture(photo((1920, 1080), form)))
    assert (small.format, small.size) == ("JPEG", (LONG_EDGE, LONG_EDGE * 9 // 16))


def test_a_small_picture_is_not_blown_up() -> None:
    assert inside(picture(photo((100, 60), "PNG"))).size == (100, 60)


def test_a_picture_stands_upright() -> None:
    assert inside(picture(photo((400, 200), "JPEG", orientation=6))).size == (200, 400)


def test_what_is_no_picture_is_refused() -> None:
    with pytest.raises(UnidentifiedImageError):
        picture(b"<svg xmlns='http://www.w3.org/2000/svg'/>")


def test_a_photo_from_a_camera_fits_on_paper(samples: Path) -> None:
    svg = picture((samples / "photos" / "portrait_6.jpg").read_bytes())
    assert inside(svg).height > inside(svg).width
