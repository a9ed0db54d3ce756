from backend.foundation.letters.sketch.frame import frame_around
from backend.foundation.letters.sketch.labels import labels
from backend.foundation.maps.names import Box, box_around

HERE = (24.165, 102.395)
FRAME = frame_around([HERE], 1600, 900)


def names(places: list[tuple[str, tuple[float, float]]], taken: tuple[Box, ...] = ()) -> str:
    return "".join(labels(places, taken, FRAME))


def test_a_name_stands_right_of_its_dot() -> None:
    assert 'x="812.0"' in names([("镇政府", HERE)])


def test_a_name_gives_way_to_what_must_stay_legible() -> None:
    text = names([("镇政府", HERE)], (box_around((840, 450), 21),))
    assert 'x="812.0"' not in text
    assert "镇政府" in text


def test_where_there_is_no_room_only_the_dot_is_drawn() -> None:
    text = names([("镇政府", HERE)], (Box(0, 0, 1600, 900),))
    assert "<circle" in text
    assert "镇政府" not in text


def test_two_names_in_one_place_do_not_cover_each_other() -> None:
    text = names([("镇政府", HERE), ("派出所", HERE)])
    assert 'x="812.0"' in text
    assert 'x="704.0"' in text


def test_a_place_outside_the_sheet_is_not_drawn() -> None:
    assert names([("邻镇", (25.0, 103.0))]) == ""


def test_a_name_cannot_break_out_of_the_drawing() -> None:
    assert "&lt;script&gt;" in names([("<script>", HERE)])
