"""Pictures and files the suite makes itself, so that no test depends on what a folder of samples holds."""

import zipfile
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw
from PIL.ExifTags import GPS, IFD, Base

PAPER = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TABLE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def scene(width: int = 640, height: int = 480) -> Image.Image:
    """A white square in the top left corner and a red one in the bottom right, on blue."""
    image = Image.new("RGB", (width, height), "#3060a0")
    canvas = ImageDraw.Draw(image)
    side = min(width, height) // 4
    canvas.rectangle((0, 0, side - 1, side - 1), fill="#ffffff")
    canvas.rectangle((width - side, height - side, width, height), fill="#c02020")
    return image


def encoded(image: Image.Image, form: str, **options: Any) -> bytes:
    out = BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def camera_exif(
    taken: str = "2026:11:21 14:12:31",
    zone: str = "+08:00",
    lat: float | None = 24.5,
    lon: float | None = 102.25,
    orientation: int = 1,
) -> Image.Exif:
    """What a phone's camera writes; degrees as degrees, minutes, seconds."""
    exif = Image.Exif()
    exif[Base.Make], exif[Base.Model], exif[Base.Orientation] = "HUAWEI", "HUAWEI nova 9", orientation
    exif.get_ifd(IFD.Exif)[Base.DateTimeOriginal] = taken
    if zone:
        exif.get_ifd(IFD.Exif)[Base.OffsetTimeOriginal] = zone
    if lat is not None and lon is not None:
        exif.get_ifd(IFD.GPSInfo).update(
            {
                GPS.GPSLatitudeRef: "N" if lat >= 0 else "S",
                GPS.GPSLatitude: _parts(abs(lat)),
                GPS.GPSLongitudeRef: "E" if lon >= 0 else "W",
                GPS.GPSLongitude: _parts(abs(lon)),
            }
        )
    return exif


def photo(width: int = 640, height: int = 480, **exif: Any) -> bytes:
    """A JPEG as a phone's camera leaves it."""
    return encoded(scene(width, height), "JPEG", exif=camera_exif(**exif), comment=b"secret words")


def box(name: bytes, *contents: bytes) -> bytes:
    """An ISO base media box."""
    body = b"".join(contents)
    return (len(body) + 8).to_bytes(4, "big") + name + body


def heic_shell(width: int = 4032, height: int = 3024) -> bytes:
    """The boxes of a HEIC photo around picture data no decoder would read."""
    sizes = [
        box(b"ispe", b"\0" * 4, w.to_bytes(4, "big"), h.to_bytes(4, "big"))
        for w, h in ((512, 512), (width, height))
    ]
    meta = box(b"meta", b"\0" * 4, box(b"hdlr", b"\0" * 24), box(b"iprp", box(b"ipco", *sizes)))
    return box(b"ftyp", b"heic", b"\0" * 4, b"mif1heic") + meta + box(b"mdat", b"\x11" * 400)


def film() -> bytes:
    return (
        box(b"ftyp", b"isom", b"\0" * 4, b"isomavc1mp41")
        + box(b"moov", b"\0" * 40)
        + box(b"mdat", b"\x11" * 99)
    )


def paper(*parts: str) -> bytes:
    """A ZIP archive of empty parts; with the right ones it is a DOCX or XLSX."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for part in ("[Content_Types].xml", *parts):
            archive.writestr(part, "<xml/>")
    return out.getvalue()


def _parts(degrees: float) -> tuple[float, float, float]:
    minutes = degrees % 1 * 60
    return float(int(degrees)), float(int(minutes)), round(minutes % 1 * 60, 4)
