"""Opening a stranger's picture: few forms, few pixels, and every way it can be broken answered by a refusal."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pi_heif
from PIL import Image, UnidentifiedImageError

from backend.foundation.evidence.examination import MOST_PIXELS
from backend.foundation.refusals import Refusal

FORMS = ("JPEG", "PNG", "WEBP", "HEIF")

# The press is its own process, so these switches reach nobody else.
Image.MAX_IMAGE_PIXELS = MOST_PIXELS
pi_heif.register_heif_opener()


@contextmanager
def opened(path: Path) -> Iterator[Image.Image]:
    """The picture, not decoded yet. Refuses `photo_unreadable`, `photo_truncated` and `photo_too_many_pixels`.

    Decoding happens as the picture is used, so the refusals cover the whole block.
    """
    try:
        with _strict(), Image.open(path, formats=FORMS) as image:
            yield image
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        raise Refusal("photo_too_many_pixels", "最多5000万像素") from None
    except UnidentifiedImageError:
        raise Refusal("photo_unreadable") from None
    except (OSError, SyntaxError, EOFError) as error:
        code = "photo_truncated" if "truncated" in str(error) else "photo_unreadable"
        raise Refusal(code) from error


@contextmanager
def _strict() -> Iterator[None]:
    """Up to twice the limit Pillow only warns: here that is an error. What it says of broken EXIF is no news."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        yield
