"""Draws the PNG icons from the lines of mark.svg: python static/icons/draw.py. Needs Pillow only."""

from pathlib import Path

from PIL import Image, ImageDraw

HERE = Path(__file__).parent
GROUND, LEFT, RIGHT = "#1b4f8f", "#ffffff", "#bcd5f2"
FINE = 8  # drawn eight times larger, then made smooth
BOX, STROKE = 56, 5


def draw(size: int, scale: float, corner: float) -> Image.Image:
    """The mark at `scale` of the square, on a ground whose corners are round by `corner` of its side."""
    unit = size * FINE / BOX
    picture = Image.new("RGBA", (size * FINE, size * FINE))
    pen = ImageDraw.Draw(picture)
    pen.rounded_rectangle((0, 0, size * FINE, size * FINE), corner * size * FINE, fill=GROUND)

    def at(x: float, y: float) -> tuple[float, float]:
        return tuple((BOX / 2 + (value - BOX / 2) * scale) * unit for value in (x, y))

    def hand(colour: str, wrist: float, bend: float, start: int) -> None:
        width = STROKE * scale * unit
        box = (*at(bend - 13, 15), *at(bend + 13, 41))
        half = width / 2
        pen.arc(
            (box[0] - half, box[1] - half, box[2] + half, box[3] + half),
            start,
            start + 180,
            colour,
            round(width),
        )
        for y in (15, 41):
            pen.line((*at(wrist, y), *at(bend, y)), colour, round(width))
            x, middle = at(wrist, y)
            pen.ellipse((x - half, middle - half, x + half, middle + half), fill=colour)

    hand(LEFT, 8, 23, -90)
    hand(RIGHT, 48, 33, 90)
    return picture.resize((size, size), Image.Resampling.LANCZOS)


ICONS = {
    "icon-192.png": (192, 0.8, 0.2),
    "icon-512.png": (512, 0.8, 0.2),
    "maskable-512.png": (512, 0.62, 0),  # what lies outside the middle 80 % may be cut away
    "apple-touch.png": (180, 0.72, 0),  # iOS rounds the corners itself
}

if __name__ == "__main__":
    for name, (size, scale, corner) in ICONS.items():
        draw(size, scale, corner).quantize(128).save(HERE / name, optimize=True)
