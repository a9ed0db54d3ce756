"""Drawing the scenes of scenes.toml as JPEG, each in a few lights. Pure but for the file it reads."""

import tomllib
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any

from PIL import Image, ImageColor, ImageDraw

SCALE = 5
WIDTH, HEIGHT = 240, 180
LIGHTS = 3
QUALITY = 80

Shape = list[Any]
Place = Callable[[list[float]], list[float]]


@cache
def scenes() -> dict[str, list[Shape]]:
    """Scene → its shapes from back to front."""
    return tomllib.loads(Path(__file__).with_name("scenes.toml").read_text(encoding="utf-8"))


@cache
def picture(scene: str, light: int) -> bytes:
    """One scene as a JPEG of 1200 × 900; `light` (0 to LIGHTS - 1) changes brightness, side and distance."""
    chance = Random(f"{scene} {light}")
    canvas = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE))
    place, bright = _seen_from(chance, mirrored=light % 2 == 1), chance.uniform(0.72, 1.06)
    pen = ImageDraw.Draw(canvas)
    for kind, colour, *numbers in scenes()[scene]:
        _draw(pen, kind, _lit(colour, bright), numbers, place)
    file = BytesIO()
    canvas.save(file, "JPEG", quality=QUALITY)
    return file.getvalue()


def _seen_from(chance: Random, *, mirrored: bool) -> Place:
    """Where numbers x, y, x, y … come to lie: a step nearer, a little to the side, perhaps from the other side."""
    nearer = chance.uniform(1.0, 1.16)
    left, top = (nearer - 1) * WIDTH * chance.random(), (nearer - 1) * HEIGHT * chance.random()

    def place(numbers: list[float]) -> list[float]:
        xs = [(WIDTH - x if mirrored else x) * nearer - left for x in numbers[::2]]
        ys = [y * nearer - top for y in numbers[1::2]]
        return [number * SCALE for point in zip(xs, ys, strict=True) for number in point]

    return place


def _draw(pen: ImageDraw.ImageDraw, kind: str, colour: str, numbers: list[float], place: Place) -> None:
    if kind == "area":
        pen.polygon(place(numbers), fill=colour)
    elif kind == "disc":
        pen.ellipse(_box(place(numbers)), fill=colour)
    elif kind == "round":
        pen.rounded_rectangle(_box(place(numbers[:4])), radius=numbers[4] * SCALE, fill=colour)
    else:
        pen.line(place(numbers[1:]), fill=colour, width=round(numbers[0] * SCALE), joint="curve")


def _box(corners: list[float]) -> list[float]:
    x, y, other_x, other_y = corners
    return [min(x, other_x), y, max(x, other_x), other_y]


def _lit(colour: str, bright: float) -> str:
    red, green, blue = (min(255, round(part * bright)) for part in ImageColor.getrgb(colour)[:3])
    return f"#{red:02x}{green:02x}{blue:02x}"
