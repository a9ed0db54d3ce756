"""What the camera wrote into the file: when, where, with what. Corroboration, never the record itself."""

import struct
from datetime import datetime, timezone
from typing import Any

from PIL import Image
from PIL.ExifTags import GPS, IFD, Base

from backend.foundation.evidence.corroboration import Exif
from backend.foundation.now import CHINA

LONGEST_NAME = 60
ORIENTATIONS, UPRIGHT = range(1, 9), 1
# Whatever a broken block makes the parser stumble over.
BROKEN = (
    ArithmeticError,
    AttributeError,
    LookupError,
    OSError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
)


def orientation(image: Image.Image) -> int:
    """How the camera was held, 1…8 as EXIF counts; 1 where it does not say."""
    value = _tags(image).get(Base.Orientation)
    return value if isinstance(value, int) and value in ORIENTATIONS else UPRIGHT


def read_exif(image: Image.Image) -> Exif:
    """The facts that make sense; anything broken counts as not written."""
    tags = _tags(image)
    taken = _block(tags, IFD.Exif)
    at = _moment(taken.get(Base.DateTimeOriginal) or tags.get(Base.DateTime))
    zone = _zone(taken.get(Base.OffsetTimeOriginal) or taken.get(Base.OffsetTime))
    lat, lon = _position(_block(tags, IFD.GPSInfo))
    return Exif(
        taken_at=at.replace(tzinfo=zone or CHINA) if at else None,
        zone_written=zone is not None,
        lat=lat,
        lon=lon,
        make=_name(tags.get(Base.Make)),
        model=_name(tags.get(Base.Model)),
    )


def _tags(image: Image.Image) -> dict[int, Any] | Image.Exif:
    try:
        return image.getexif()
    except BROKEN:
        return {}


def _block(tags: dict[int, Any] | Image.Exif, block: IFD) -> dict[int, Any]:
    try:
        return tags.get_ifd(block) if isinstance(tags, Image.Exif) else {}
    except BROKEN:
        return {}


def _moment(value: Any) -> datetime | None:
    try:
        # Naive on purpose: the zone, where it was written at all, stands in another tag.
        return datetime.strptime(str(value).strip("\0 ")[:19], "%Y:%m:%d %H:%M:%S")  # noqa: DTZ007
    except ValueError:
        return None


def _zone(value: Any) -> timezone | None:
    try:
        offset = datetime.strptime(str(value).strip("\0 "), "%z").utcoffset()
    except ValueError:
        return None
    return timezone(offset) if offset is not None else None


def _position(gps: dict[int, Any]) -> tuple[float, float] | tuple[None, None]:
    lat = _degrees(gps.get(GPS.GPSLatitude), gps.get(GPS.GPSLatitudeRef) == "S", most=90)
    lon = _degrees(gps.get(GPS.GPSLongitude), gps.get(GPS.GPSLongitudeRef) == "W", most=180)
    # A phone without a fix writes 0/0/0 for both, which is a place in the sea off Ghana.
    if lat is None or lon is None or (lat == 0 and lon == 0):
        return None, None
    return lat, lon


def _degrees(parts: Any, negative: bool, most: int) -> float | None:
    try:
        degrees, minutes, seconds = (float(part) for part in parts)
    except BROKEN:
        return None
    value = degrees + minutes / 60 + seconds / 3600
    if not 0 <= value <= most:  # also what is not a number
        return None
    return round(-value if negative else value, 7)


def _name(value: Any) -> str:
    text = str(value or "").replace("\0", "").strip()
    return "".join(letter for letter in text if letter.isprintable())[:LONGEST_NAME]
