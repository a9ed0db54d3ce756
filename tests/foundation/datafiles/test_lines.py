"""Places in a TOML text and their lines."""

import pytest

from backend.foundation.datafiles.faults import Place
from backend.foundation.datafiles.lines import LineIndex

TEXT = """\
code = "x"
# [limits] is not a table here
text = '''
[limits]
a = 1
'''

[limits]
"handoff.transfer" = { amount = 3 }

[limits."crime.goods"]
amount = 3
grounds = [
    "甲",
    "乙",
]
unit = "hour"

[[steps]]
words = "一"

[[steps]]
words = "二"

[steps.more]
deep . er = true
"""


@pytest.mark.parametrize(
    ("place", "line"),
    [
        ((), 1),
        (("code",), 1),
        (("text",), 3),
        (("limits",), 8),
        (("limits", "handoff.transfer"), 9),
        (("limits", "handoff.transfer", "amount"), 9),
        (("limits", "crime.goods"), 11),
        (("limits", "crime.goods", "amount"), 12),
        (("limits", "crime.goods", "grounds", 1), 13),
        (("limits", "crime.goods", "unit"), 17),
        (("steps", 0, "words"), 20),
        (("steps", 1), 22),
        (("steps", 1, "words"), 23),
        (("steps", 1, "more"), 25),
        (("steps", 1, "more", "deep", "er"), 26),
        (("limits", "nowhere"), 8),
        (("nowhere",), 1),
    ],
)
def test_a_place_has_its_line_or_that_of_the_nearest_thing_around_it(place: Place, line: int) -> None:
    assert LineIndex(TEXT).find(place) == line


def test_a_string_that_opens_and_closes_on_its_line_hides_nothing() -> None:
    assert LineIndex("a = '''x'''\nb = 1\n").find(("b",)) == 2
