"""The copies: upright, bounded, silent about everything but the picture; the original is never touched."""

import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from PIL import Image

from backend.foundation.evidence.darkroom import jobs
from backend.foundation.refusals import Refusal
from tests.foundation.evidence.pictures import camera_exif, encoded, photo, scene

WHITE, RED, BLUE, BLACK = (255, 255, 255), (192, 32, 32), (48, 96, 160), (0, 0, 0)
FACTS = [("时间", "2026年11月21日 周六 14:12:31"), ("地点", "示范镇石门大桥"), ("人员", "旻堃喆")]
LEAKS = (b"Exif", b"HUAWEI", b"secret words", b"http://ns.adobe.com")


def kept(folder: Path, content: bytes) -> str:
    path = folder / "original"
    path.write_bytes(content)
    return str(path)


def develop(source: str) -> dict[str, Any]:
    """What the job says, and what lies in the files it made."""
    with TemporaryDirectory() as folder:
        files = {size: Path(folder, "new", size) for size in ("display", "thumb")}
        said = jobs.develop(source, **{size: str(file) for size, file in files.items()})
        return said | {size: file.read_bytes() for size, file in files.items()}


def copy(source: str, facts: list[Any], boxes: list[dict[str, float]]) -> bytes:
    with TemporaryDirectory() as folder:
        made = Path(folder, "made")
        jobs.copy(source, str(made), facts, boxes)
        return made.read_bytes()


def shown(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))


def near(colour: Any, wanted: tuple[int, int, int]) -> bool:
    return all(abs(is_ - should) < 24 for is_, should in zip(colour, wanted, strict=True))


def corner(width: int, height: int, orientation: int) -> Image.Image:
    """The scene as a camera held in this way stores it."""
    back = {1: None, 2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}[orientation]
    upright = scene(width, height)
    return upright if back is None else upright.transpose(Image.Transpose(back))


def test_copies_are_bounded_and_the_forms_are_the_agreed_ones(tmp_path: Path) -> None:
    made = develop(kept(tmp_path, photo(4000, 3000)))
    display, thumb = shown(made["display"]), shown(made["thumb"])
    assert (display.format, display.size) == ("JPEG", (1920, 1440))
    assert (thumb.format, thumb.size) == ("WEBP", (320, 240))
    assert (made["width"], made["height"]) == (4000, 3000)
    assert made["exif"]["model"] == "HUAWEI nova 9"


def test_small_photos_are_not_blown_up(tmp_path: Path) -> None:
    made = develop(kept(tmp_path, photo(88, 64)))
    assert shown(made["display"]).size == shown(made["thumb"]).size == (88, 64)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_copies_stand_the_way_the_camera_was_held(tmp_path: Path, orientation: int) -> None:
    stored = corner(400, 200, orientation)
    exif = Image.Exif()
    exif[0x0112] = orientation
    made = develop(kept(tmp_path, encoded(stored, "JPEG", exif=exif, quality=95)))
    display = shown(made["display"])
    assert (made["width"], made["height"]) == display.size == (400, 200)
    assert near(display.getpixel((10, 10)), WHITE)
    assert near(display.getpixel((390, 190)), RED)


@pytest.mark.parametrize("form", ["JPEG", "WEBP", "PNG"])
def test_nothing_but_the_picture_is_in_a_copy(tmp_path: Path, form: str) -> None:
    source = kept(tmp_path, encoded(scene(), form, exif=camera_exif(), comment=b"secret words"))
    made = develop(source)
    for content in (made["display"], made["thumb"], copy(source, FACTS, [])):
        assert not any(leak in content for leak in LEAKS)
        assert not shown(content).getexif()


@pytest.mark.parametrize(
    ("mode", "form"),
    [
        ("L", "JPEG"),
        ("CMYK", "JPEG"),
        ("RGBA", "PNG"),
        ("LA", "PNG"),
        ("P", "PNG"),
        ("1", "PNG"),
        ("I;16", "PNG"),
        ("RGBA", "WEBP"),
    ],
)
def test_every_mode_of_colour_is_shown(tmp_path: Path, mode: str, form: str) -> None:
    image = (
        scene().convert("I").point(lambda v: v * 256).convert("I;16")
        if mode == "I;16"
        else scene().convert(mode)
    )
    display = shown(develop(kept(tmp_path, encoded(image, form)))["display"])
    assert (display.mode, display.size) == ("RGB", (640, 480))
    assert near(display.getpixel((10, 10)), WHITE)


def test_what_is_clear_is_shown_on_white(tmp_path: Path) -> None:
    clear = Image.new("RGBA", (64, 64), (200, 0, 0, 0))
    assert near(shown(develop(kept(tmp_path, encoded(clear, "PNG")))["display"]).getpixel((5, 5)), WHITE)


def test_the_colour_profile_of_a_phone_is_kept(tmp_path: Path) -> None:
    profile = b"\0\0\x02\x0c" + b"profile" * 60
    made = develop(kept(tmp_path, encoded(scene(), "JPEG", icc_profile=profile)))
    assert shown(made["display"]).info["icc_profile"] == profile


def test_a_box_covers_what_it_was_drawn_over_and_nothing_shines_through(tmp_path: Path) -> None:
    source = kept(tmp_path, photo(4000, 3000))
    covered = shown(copy(source, [], [{"x": 0.0, "y": 0.0, "w": 0.25, "h": 0.25}]))
    # The white square reaches a quarter of the shorter side: 360 of 1440 pixels, the box as far down and further right.
    assert all(near(covered.getpixel(at), BLACK) for at in ((0, 0), (355, 5), (5, 355), (200, 200)))
    assert near(covered.getpixel((500, 500)), BLUE)


def test_the_bar_darkens_the_foot_of_the_copy_only(tmp_path: Path) -> None:
    stamped = shown(copy(kept(tmp_path, photo(1600, 1200)), FACTS, []))
    assert near(stamped.getpixel((800, 300)), BLUE)
    assert near(stamped.getpixel((2, 1190)), (15, 31, 51))


def test_the_original_stays_as_it_was(tmp_path: Path) -> None:
    content = photo()
    source = kept(tmp_path, content)
    develop(source)
    copy(source, FACTS, [{"x": 0.1, "y": 0.1, "w": 0.2, "h": 0.2}])
    assert Path(source).read_bytes() == content


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (photo()[:-900], "photo_truncated"),
        (encoded(scene(), "GIF"), "photo_unreadable"),
        (encoded(scene(), "BMP"), "photo_unreadable"),
        (encoded(scene(), "WEBP")[:60] + b"\0" * 400, "photo_unreadable"),
        (encoded(Image.new("1", (8000, 7000)), "PNG"), "photo_too_many_pixels"),
        (encoded(Image.new("1", (12000, 12000)), "PNG"), "photo_too_many_pixels"),
    ],
    ids=["truncated", "gif", "bmp", "damaged", "bomb", "larger bomb"],
)
def test_what_cannot_be_opened_is_refused(tmp_path: Path, content: bytes, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        develop(kept(tmp_path, content))
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("HMD_Nokia_8.3_5G.jpg", (1920, 823)),
        ("iphone_13_pro_max.HEIC", (1440, 1920)),
        ("landscape_8.jpg", (600, 450)),
    ],
)
def test_photos_of_real_cameras_are_developed(samples: Path, name: str, size: tuple[int, int]) -> None:
    made = develop(str(samples / "photos" / name))
    assert shown(made["display"]).size == size


def test_a_heic_of_our_own_is_developed(tmp_path: Path) -> None:
    encoder = shutil.which("heif-enc")
    if encoder is None:
        pytest.skip("no HEIC encoder on this machine (heif-enc); the real one among the samples stands alone")
    (tmp_path / "scene.png").write_bytes(encoded(scene(), "PNG"))
    subprocess.run([encoder, "scene.png", "-o", "scene.heic"], cwd=tmp_path, check=True, capture_output=True)
    made = develop(str(tmp_path / "scene.heic"))
    assert shown(made["display"]).size == (640, 480)
    assert near(shown(made["display"]).getpixel((10, 10)), WHITE)
