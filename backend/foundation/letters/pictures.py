"""Photos on paper: small JPEGs inside an SVG, the one form in which typst takes bytes as text."""

from base64 import b64encode
from io import BytesIO

from PIL import Image, ImageOps

# 4 cm at about 300 dpi; JPEG goes into the PDF as it is, any other coding would be stored raw.
LONG_EDGE = 480
QUALITY = 80
_FORMATS = ("JPEG", "PNG", "WEBP")


def picture(photo: bytes) -> str:
    """An SVG holding a copy of `photo` (a rendition of ours) no larger than print needs.

    Raises PIL's UnidentifiedImageError or OSError for bytes that are no such picture.
    """
    with Image.open(BytesIO(photo), formats=_FORMATS) as original:
        original.draft("RGB", (LONG_EDGE, LONG_EDGE))
        small = ImageOps.exif_transpose(original).convert("RGB")
    small.thumbnail((LONG_EDGE, LONG_EDGE))
    buffer = BytesIO()
    small.save(buffer, "JPEG", quality=QUALITY)
    size = f'width="{small.width}" height="{small.height}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="0 0 {small.width} {small.height}">'
        f'<image {size} href="data:image/jpeg;base64,{b64encode(buffer.getvalue()).decode()}"/></svg>'
    )
