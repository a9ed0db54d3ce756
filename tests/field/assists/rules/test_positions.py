"""Whatever a device says, a judgement comes out; only what leads somewhere leads anybody."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from backend.field.assists.rules.positions import FAR_M, GOOD_FOR, STALE_AFTER, Fix, Measure, better, judged
from backend.field.assists.rules.words import POSITION_MARKS
from backend.foundation.now import CHINA

NOW = datetime(2026, 11, 20, 12, tzinfo=CHINA)
CORNERS = [(24.16, 102.38), (24.19, 102.38), (24.19, 102.43), (24.16, 102.43)]
MEASURE = Measure(100, 160, CORNERS)
HERE = (24.17341, 102.4045)
anything = st.one_of(st.none(), st.floats(), st.text(max_size=20))


def fix(
    lat: float = HERE[0],
    lon: float = HERE[1],
    *,
    accuracy: float = 8,
    ago: float = 0,
    before: Fix | None = None,
) -> Fix:
    taken = NOW - timedelta(seconds=ago)
    return judged((lat, lon, accuracy), "gps", taken, now=NOW, before=before, measure=MEASURE)


@given(st.tuples(anything, anything, anything), st.text(max_size=8), st.booleans())
def test_nothing_a_device_says_breaks_the_judgement(
    said: tuple[float | str | None, float | str | None, float | str | None], source: str, known: bool
) -> None:
    before = Fix(*HERE, 8, "gps", NOW - timedelta(seconds=30)) if known else None
    found = judged(said, source, NOW, now=NOW, before=before, measure=MEASURE)
    assert set(found.marks) <= set(POSITION_MARKS)
    assert not found.usable or (abs(found.lat or 0) <= 90 and abs(found.lon or 0) <= 180)


def test_both_sides_of_each_limit() -> None:
    assert "inexact" not in fix(accuracy=100).marks
    assert "inexact" in fix(accuracy=100.001).marks
    assert "stale" not in fix(ago=STALE_AFTER.total_seconds()).marks
    assert "stale" in fix(ago=STALE_AFTER.total_seconds() + 0.001).marks
    assert fix(90, 102).marks != ("impossible",)
    assert fix(90.0001, 102).marks == ("impossible",)
    near, beyond = FAR_M / 111_320 - 0.001, FAR_M / 111_320 + 0.001
    assert "far" not in fix(24.19 + near, 102.43).marks
    assert "far" in fix(24.19 + beyond, 102.43).marks


def test_a_jump_is_faster_than_anybody_travels() -> None:
    before = Fix(*HERE, 0, "gps", NOW - timedelta(seconds=60))
    metres = 160 / 3.6 * 60
    slow, fast = (metres - 20) / 111_200, (metres + 20) / 111_200
    assert "jump" not in fix(HERE[0] + slow, accuracy=0, before=before).marks
    assert "jump" in fix(HERE[0] + fast, accuracy=0, before=before).marks


def test_nothing_doubtful_over_what_is_good_and_fresh() -> None:
    rough = fix(accuracy=5000)
    fresh = Fix(*HERE, 8, "gps", NOW - GOOD_FOR)
    worn = Fix(*HERE, 8, "gps", NOW - GOOD_FOR - timedelta(milliseconds=1))
    assert not better(rough, fresh, NOW)
    assert better(rough, worn, NOW)
    assert better(fix(), fresh, NOW)


def test_without_an_outline_nothing_is_far() -> None:
    anywhere = judged((39.9, 116.4, 8), "gps", NOW, now=NOW, before=None, measure=Measure(100, 160))
    assert anywhere.marks == ()
