"""遮挡: the parts of a picture that no copy which leaves may show. Pure."""

from dataclasses import dataclass
from math import ceil, floor

from backend.foundation.refusals import Refusal

MOST_BOXES = 50
ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle as parts (0…1) of the upright picture, from its top left corner."""

    x: float
    y: float
    w: float
    h: float

    def pixels(self, width: int, height: int) -> tuple[int, int, int, int]:
        """Left, top, right, bottom (all inside the box) of every pixel the box touches: it grows, never shrinks."""
        left, top = floor(self.x * width), floor(self.y * height)
        right, bottom = ceil((self.x + self.w) * width), ceil((self.y + self.h) * height)
        return left, top, min(width, right) - 1, min(height, bottom) - 1


def checked(boxes: list[Box]) -> list[Box]:
    """The boxes, if each lies inside the picture and covers something; refuses `redaction_outside`."""
    if len(boxes) > MOST_BOXES or not all(map(_inside, boxes)):
        raise Refusal("redaction_outside")
    return boxes


def _inside(box: Box) -> bool:
    return all(0 <= start < 1 and size > 0 and start + size <= 1 + ROUNDING for start, size in _sides(box))


def _sides(box: Box) -> tuple[tuple[float, float], tuple[float, float]]:
    return (box.x, box.w), (box.y, box.h)
