"""The bar at the foot of a copy: when, where, who, which number. The original never carries it."""

from PIL import Image, ImageDraw

from backend.foundation.evidence.darkroom.lettering import width, write

Fact = tuple[str, str]

# White on the darkened picture keeps 7:1 even where the picture is white.
SHADE = 0.68
TEXT, LABEL = "#ffffff", "#e2e6ec"
SMALLEST = 12
TEXT_PART = 0.021  # of the longer side
LINE = 1.5
GAP, LABEL_GAP = 1.2, 0.4


def stamp(image: Image.Image, facts: list[Fact]) -> None:
    """Write the facts into a translucent bar at the foot of `image`, several to a line where they fit."""
    size = max(SMALLEST, round(max(image.size) * TEXT_PART))
    lines = _lines(facts, size, room=image.width - 2 * size)
    height = min(image.height, round(size * (LINE * len(lines) + 0.6)))
    top = image.height - height
    _darken(image, top)
    canvas = ImageDraw.Draw(image)
    for number, line in enumerate(lines, 1):
        _write_line(canvas, (size, top + round(size * (LINE * number - 0.1))), line, size)


def _darken(image: Image.Image, top: int) -> None:
    bar = (0, top, image.width, image.height)
    part = image.crop(bar)
    image.paste(Image.blend(part, Image.new("RGB", part.size), SHADE), bar)


def _write_line(canvas: ImageDraw.ImageDraw, at: tuple[float, float], line: list[Fact], size: int) -> None:
    x, y = at
    for label, value in line:
        write(canvas, (x, y), label, size, LABEL)
        write(canvas, (x + width(label, size) + size * LABEL_GAP, y), value, size, TEXT)
        x += _width((label, value), size) + size * GAP


def _lines(facts: list[Fact], size: int, room: float) -> list[list[Fact]]:
    lines: list[list[Fact]] = []
    left = 0.0
    for fact in (piece for whole in facts for piece in _pieces(whole, size, room)):
        wide = _width(fact, size)
        if not lines or wide > left:
            lines.append([])
            left = room
        lines[-1].append(fact)
        left -= wide + size * GAP
    return lines


def _pieces(fact: Fact, size: int, room: float) -> list[Fact]:
    """The fact, cut into lines where it is wider than the picture; the label stands before the first."""
    label, value = fact
    pieces: list[Fact] = []
    piece = ""
    for letter in value:
        if piece and _width((label, piece + letter), size) > room:
            pieces.append((label, piece))
            label, piece = "", ""
        piece += letter
    return [*pieces, (label, piece)]


def _width(fact: Fact, size: int) -> float:
    return width(fact[0], size) + size * LABEL_GAP + width(fact[1], size)
