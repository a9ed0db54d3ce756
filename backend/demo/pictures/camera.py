"""The head a camera writes before the picture: time, position and its own name (Exif 2.32). Pure."""

from datetime import datetime
from fractions import Fraction
from typing import Any

from PIL import ExifTags, Image

MAKER, MODEL = "Example", "Example Phone 8"
START_OF_IMAGE = b"\xff\xd8"
APP1 = b"\xff\xe1"

Position = tuple[float, float]


def with_head(jpeg: bytes, taken_at: datetime, position: Position | None) -> bytes:
    """The same picture with an Exif segment of its own in front, so that no two photos are the same file."""
    head = b"Exif\x00\x00" + _exif(taken_at, position)
    segment = APP1 + (len(head) + 2).to_bytes(2, "big") + head
    return START_OF_IMAGE + segment + jpeg[len(START_OF_IMAGE) :]


def _exif(taken_at: datetime, position: Position | None) -> bytes:
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = MAKER
    exif[ExifTags.Base.Model] = MODEL
    detail = exif.get_ifd(ExifTags.IFD.Exif)
    detail[ExifTags.Base.DateTimeOriginal] = f"{taken_at:%Y:%m:%d %H:%M:%S}"
    detail[ExifTags.Base.OffsetTimeOriginal] = "+08:00"
    if position is not None:
        exif.get_ifd(ExifTags.IFD.GPSInfo).update(_gps(position))
    return exif.tobytes()


def _gps(position: Position) -> dict[int, Any]:
    lat, lon = position
    return {
        ExifTags.GPS.GPSLatitudeRef: "N" if lat >= 0 else "S",
        ExifTags.GPS.GPSLatitude: _in_minutes(abs(lat)),
        ExifTags.GPS.GPSLongitudeRef: "E" if lon >= 0 else "W",
        ExifTags.GPS.GPSLongitude: _in_minutes(abs(lon)),
    }


def _in_minutes(degrees: float) -> tuple[Fraction, Fraction, Fraction]:
    whole, minutes = divmod(degrees * 60, 60)
    return Fraction(int(whole)), Fraction(round(minutes * 100_000), 100_000), Fraction(0)
