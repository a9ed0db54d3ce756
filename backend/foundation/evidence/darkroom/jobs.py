"""The jobs the press does for photos; what they take and give is plain data.

The copies go straight into their files: through the house they would cost it as much as taking in the photo itself.
"""

from io import BytesIO
from pathlib import Path
from typing import Any

import msgspec
from PIL import Image, ImageDraw

from backend.foundation.evidence.copies import put
from backend.foundation.evidence.darkroom.exif import read_exif
from backend.foundation.evidence.darkroom.opening import opened
from backend.foundation.evidence.darkroom.plain import plain
from backend.foundation.evidence.darkroom.watermark import Fact, stamp
from backend.foundation.evidence.redaction import Box
from backend.foundation.evidence.sniffing import anatomy_of

DISPLAY_EDGE, DISPLAY_QUALITY = 1920, 82
THUMB_EDGE, THUMB_QUALITY, THUMB_EFFORT = 320, 75, 2


def develop(source: str, display: str, thumb: str) -> dict[str, Any]:
    """Makes the files `display` (JPEG) and `thumb` (WebP); `width` and `height` upright, `exif`, and bytes `trailing`
    behind the photo's end."""
    with opened(Path(source)) as image:
        exif = read_exif(image)
        width, height = image.size
        shown = plain(image, DISPLAY_EDGE)
    anatomy = anatomy_of(Path(source))
    upright = (width, height) if (width > height) == (shown.width > shown.height) else (height, width)
    small = shown.copy()
    small.thumbnail((THUMB_EDGE, THUMB_EDGE), Image.Resampling.LANCZOS)
    put(Path(display), _jpeg(shown))
    put(Path(thumb), _webp(small))
    return {
        "width": upright[0],
        "height": upright[1],
        "exif": msgspec.to_builtins(exif),
        "trailing": anatomy.trailing if anatomy else 0,
    }


def copy(source: str, into: str, facts: list[Fact], boxes: list[dict[str, float]]) -> None:
    """Makes the file `into`, a JPEG for outside: the boxes burnt in solid first, then the bar with the facts."""
    with opened(Path(source)) as image:
        shown = plain(image, DISPLAY_EDGE)
    canvas = ImageDraw.Draw(shown)
    for box in boxes:
        # After scaling: no mixture of what was covered can shine through at the edge.
        canvas.rectangle(Box(**box).pixels(shown.width, shown.height), fill="#000000")
    stamp(shown, facts)
    put(Path(into), _jpeg(shown))


def _jpeg(image: Image.Image) -> bytes:
    out = BytesIO()
    image.save(
        out, "JPEG", quality=DISPLAY_QUALITY, progressive=True, icc_profile=image.info.get("icc_profile")
    )
    return out.getvalue()


def _webp(image: Image.Image) -> bytes:
    out = BytesIO()
    image.save(out, "WEBP", quality=THUMB_QUALITY, method=THUMB_EFFORT)
    return out.getvalue()
