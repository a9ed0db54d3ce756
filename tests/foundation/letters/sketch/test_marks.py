from math import dist

from backend.foundation.letters.sketch.frame import frame_around
from backend.foundation.letters.sketch.marks import RADIUS, Mark, arranged, drawn

CORNER = (24.160, 102.390)
FRAME = frame_around([CORNER, (24.170, 102.400)], 1600, 900)


def test_a_mark_alone_stays_where_it_belongs() -> None:
    (placed,) = arranged([Mark("1", CORNER)], FRAME)
    assert placed.spot == placed.true


def test_sixty_marks_in_one_place_do_not_cover_each_other() -> None:
    placed = arranged([Mark(str(number), CORNER) for number in range(60)], FRAME)
    spots = [each.spot for each in placed]
    assert all(dist(a, b) > 2 * RADIUS for index, a in enumerate(spots) for b in spots[:index])
    assert all(FRAME.holds(spot) for spot in spots)


def test_a_moved_mark_is_tied_to_its_spot() -> None:
    moved = arranged([Mark("1", CORNER), Mark("2", CORNER)], FRAME)
    lines = [part for part in drawn(moved) if "<path" in part]
    assert len(lines) == 1
    assert f"M{moved[1].true[0]:g} {moved[1].true[1]:g}L" in lines[0]
