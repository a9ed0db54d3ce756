"""What the camera wrote is read as it stands; what is broken counts as not written."""

from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PIL.ExifTags import GPS, IFD, Base

from backend.foundation.evidence.corroboration import Exif
from backend.foundation.evidence.darkroom.exif import orientation, read_exif
from backend.foundation.evidence.darkroom.opening import opened
from tests.foundation.evidence.pictures import camera_exif, encoded, photo, scene


def read(content: bytes) -> Exif:
    with Image.open(BytesIO(content)) as image:
        return read_exif(image)


def written(exif: Image.Exif) -> bytes:
    return encoded(scene(64, 48), "JPEG", exif=exif)


def test_time_place_and_camera_are_read() -> None:
    assert read(photo(taken="2026:11:21 14:12:31", zone="+06:00", lat=-24.5, lon=102.25)) == Exif(
        taken_at=datetime.fromisoformat("2026-11-21T14:12:31+06:00"),
        zone_written=True,
        lat=-24.5,
        lon=102.25,
        make="HUAWEI",
        model="HUAWEI nova 9",
    )


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_all_forms_carry_it(form: str) -> None:
    exif = read(encoded(scene(64, 48), form, exif=camera_exif()))
    assert (exif.lat, exif.lon, exif.model) == (24.5, 102.25, "HUAWEI nova 9")


def test_a_time_without_zone_is_taken_as_chinese() -> None:
    exif = read(photo(zone=""))
    assert exif.taken_at == datetime.fromisoformat("2026-11-21T14:12:31+08:00")
    assert not exif.zone_written


@pytest.mark.parametrize(
    "taken", ["    :  :     :  :  ", "0000:00:00 00:00:00", "2026:13:41 25:61:61", "昨天"]
)
def test_a_time_that_is_none_counts_as_not_written(taken: str) -> None:
    assert read(photo(taken=taken)).taken_at is None


@pytest.mark.parametrize(
    "parts",
    [
        ("N", (0.0, 0.0, 0.0), "E", (0.0, 0.0, 0.0)),
        ("N", (95.0, 0.0, 0.0), "E", (102.0, 0.0, 0.0)),
        ("N", (24.0, 30.0), "E", (102.0, 0.0, 0.0)),
        ("N", (24.0, 30.0, 0.0), "E", ()),
    ],
    ids=["no fix", "beyond the pole", "two parts", "no longitude"],
)
def test_a_place_that_is_none_counts_as_not_written(parts: tuple[Any, ...]) -> None:
    exif = Image.Exif()
    keys = (GPS.GPSLatitudeRef, GPS.GPSLatitude, GPS.GPSLongitudeRef, GPS.GPSLongitude)
    exif.get_ifd(IFD.GPSInfo).update(dict(zip(keys, parts, strict=True)))
    assert read(written(exif)).place is None


def test_names_are_cut_and_cleaned() -> None:
    exif = Image.Exif()
    exif[Base.Make] = "Ca\x07mera\x00 " + "x" * 500
    assert read(written(exif)).make == "Camera " + "x" * 53


def test_a_broken_block_is_no_block(tmp_path: Path) -> None:
    content, path = photo(), tmp_path / "damaged"
    begin = content.index(b"Exif")
    for place in range(begin, begin + int.from_bytes(content[begin - 2 : begin], "big") - 4, 5):
        path.write_bytes(content[:place] + b"\xff\xff\xff" + content[place + 3 :])
        with opened(path) as image:
            assert 1 <= orientation(image) <= 8
            assert isinstance(read_exif(image), Exif)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "HMD_Nokia_8.3_5G.jpg",
            Exif(
                datetime.fromisoformat("2022-08-14T14:12:31+03:00"),
                True,
                60.1467056,
                24.9067722,
                "HMD Global",
                "Nokia 8.3 5G",
            ),
        ),
        (
            "iphone_13_pro_max.HEIC",
            Exif(
                datetime.fromisoformat("2022-02-16T12:55:41+01:00"),
                True,
                None,
                None,
                "Apple",
                "iPhone 13 Pro Max",
            ),
        ),
        (
            "DSCN0010.jpg",
            Exif(
                datetime.fromisoformat("2008-10-22T16:28:39+08:00"),
                False,
                43.4674483,
                11.8851267,
                "NIKON",
                "COOLPIX P6000",
            ),
        ),
        ("portrait_6.jpg", Exif()),
    ],
)
def test_real_cameras_are_read(samples: Path, name: str, expected: Exif) -> None:
    with opened(samples / "photos" / name) as image:
        assert read_exif(image) == expected
