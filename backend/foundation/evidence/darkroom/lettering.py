"""Chinese text on pictures. Pillow takes one typeface and draws boxes for what it lacks; names must not suffer that."""

from functools import cache
from itertools import groupby
from pathlib import Path

from PIL import ImageDraw, ImageFont
from PIL.ImageFont import FreeTypeFont, Layout

from backend.foundation.letters.fonts.kit import KIT, WATERMARK_FACE

# The second face knows every character an identity card may carry.
FACES = (WATERMARK_FACE, KIT / "NotoSerifSC-Regular.otf")
UNKNOWN = "〓"
NO_CHARACTER = "\U0010ffff"


def width(text: str, size: int) -> float:
    """How many pixels wide the text comes out."""
    return sum(_font(face, size).getlength(run) for face, run in _runs(text))


def write(canvas: ImageDraw.ImageDraw, at: tuple[float, float], text: str, size: int, fill: str) -> None:
    """Put `text` on the canvas, its base line beginning at `at`."""
    x, y = at
    for face, run in _runs(text):
        font = _font(face, size)
        canvas.text((x, y), run, font=font, fill=fill, anchor="ls")
        x += font.getlength(run)


def _runs(text: str) -> list[tuple[Path, str]]:
    """The text cut where the typeface changes; what no face has becomes 〓, as printers do."""
    drawn = [(_face_with(letter), letter) for letter in text]
    known = [(face or FACES[0], letter if face else UNKNOWN) for face, letter in drawn]
    return [
        (face, "".join(letter for _, letter in run)) for face, run in groupby(known, key=lambda pair: pair[0])
    ]


@cache
def _font(face: Path, size: int) -> FreeTypeFont:
    return ImageFont.truetype(face, size, layout_engine=Layout.BASIC)


@cache
def _face_with(letter: str) -> Path | None:
    if letter.isspace():  # looks the same as a character that is missing
        return FACES[0]
    for face in FACES:
        font = _font(face, 16)
        if bytes(font.getmask(letter)) != bytes(font.getmask(NO_CHARACTER)):
            return face
    return None
