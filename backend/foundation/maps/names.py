"""Names of places beside their dots, on whichever side nothing else is written. Pure; for a screen and for paper."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from backend.foundation.maps.mercator import Spot

Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Box:
    """What is taken on the sheet."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def holds(self, other: "Box") -> bool:
        return (
            self.left <= other.left
            and self.top <= other.top
            and other.right <= self.right
            and other.bottom <= self.bottom
        )


@dataclass(frozen=True, slots=True)
class Named:
    """A dot and where its name stands; no `box` where there is no room for it."""

    name: str
    spot: Spot
    anchor: Anchor = "start"
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Lettering:
    """Height of the letters and how far from the dot they stand, in units of the sheet."""

    size: float
    beside: float


def box_around(spot: Spot, reach: float) -> Box:
    return Box(spot[0] - reach, spot[1] - reach, spot[0] + reach, spot[1] + reach)


def placed(
    named: Iterable[tuple[str, Spot]],
    taken: Sequence[Box],
    sheets: Sequence[Box],
    lettering: Lettering,
    shunned: Sequence[Box] = (),
) -> Iterator[Named]:
    """In the order given, the first come first served. `taken` must stay legible; a name lies wholly inside the first
    of `sheets` that holds its dot, and not over an earlier sheet; over what is `shunned` only where no side is free of it."""
    written = list(taken)
    for name, spot in named:
        rank = next((at for at, sheet in enumerate(sheets) if sheet.holds(box_around(spot, 0))), None)
        found = (
            None
            if rank is None
            else _free(name, spot, (written + list(sheets[:rank]), sheets[rank], shunned), lettering)
        )
        if found and found.box:
            written.append(found.box)
        yield found or Named(name, spot)


def _free(
    name: str, spot: Spot, room: tuple[Sequence[Box], Box, Sequence[Box]], lettering: Lettering
) -> Named | None:
    taken, sheet, shunned = room
    free = [
        Named(name, spot, anchor, box)
        for anchor, box in _sides(name, spot, lettering)
        if sheet.holds(box) and not any(box.meets(other) for other in taken)
    ]
    clear = (each for each in free if each.box and not any(each.box.meets(other) for other in shunned))
    return next(clear, free[0] if free else None)


def _sides(name: str, spot: Spot, lettering: Lettering) -> Iterator[tuple[Anchor, Box]]:
    """Right, left, below, above of the dot."""
    (x, y), size, beside = spot, lettering.size, lettering.beside
    wide, half = size * sum(1.0 if ord(each) > 0xFF else 0.6 for each in name), size / 2  # noqa: PLR2004 half-width
    yield "start", Box(x + beside, y - half, x + beside + wide, y + half)
    yield "end", Box(x - beside - wide, y - half, x - beside, y + half)
    yield "middle", Box(x - wide / 2, y + beside, x + wide / 2, y + beside + size)
    yield "middle", Box(x - wide / 2, y - beside - size, x + wide / 2, y - beside)
