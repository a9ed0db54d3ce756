"""What a patrol brings home: the way it went and its two photos. Real where samples are, made by the suite otherwise."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.foundation.evidence.pictures import camera_exif, encoded, scene
from tests.journeys.ways import Fix, made, walked


@dataclass(frozen=True)
class Material:
    """`photos` are files as a gallery hands them out; both are too large for one piece."""

    way: Sequence[Fix]
    photos: tuple[Path, Path]


def real(samples: Path) -> Material:
    """A walk and two phones' photos: a JPEG of 9 megapixels, a HEIC of 12."""
    photos = samples / "photos" / "HMD_Nokia_8.3_5G.jpg", samples / "photos" / "iphone_13_pro_max.HEIC"
    return Material(walked(samples / "tracks"), photos)


def home_made(folder: Path) -> Material:
    """The same sizes from our own hand: a JPEG of 9 megapixels, a WebP of 12."""
    jpeg, webp = folder / "market.jpg", folder / "river.webp"
    jpeg.write_bytes(encoded(scene(4608, 1976), "JPEG", exif=camera_exif(), quality=97))
    webp.write_bytes(encoded(scene(4032, 3024), "WEBP", quality=80, method=0))
    return Material(made(), (jpeg, webp))
