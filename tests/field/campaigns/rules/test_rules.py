"""What is possible when, how days are said, what a campaign came to."""

from datetime import date
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.field.campaigns.rules import states
from backend.field.campaigns.rules.tally import Found, Outing, by_day, by_town, result_words, tally
from backend.field.campaigns.rules.words import days_words, unit_words
from backend.field.patrols.rules.dispositions import DISPOSITIONS
from backend.foundation.refusals import Refusal

TOWN = UUID(int=1)
DAY = date(2026, 11, 20)


def outing(day: date = DAY, town: str = "示范镇", **people: int) -> Outing:
    return Outing(uuid4(), TOWN, town, day, "整治", True, False, False, True, tuple(people.items()))


def found(category: str, disposition: str = "corrected", unit: str = "执法队", **more: object) -> Found:
    told = {"day": DAY, "town": "示范镇", "ongoing": False} | more
    return Found(patrol=uuid4(), township=TOWN, unit=unit, category=category, disposition=disposition, **told)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2026-11-20", "2026-11-20", "11月20日"),
        ("2026-11-20", "2026-11-22", "11月20日—22日"),
        ("2026-11-30", "2026-12-02", "11月30日—12月2日"),
        ("2026-12-31", "2027-01-02", "12月31日—2027年1月2日"),
    ],
)
def test_the_days_are_said_as_short_as_they_can_be(first: str, last: str, words: str) -> None:
    assert days_words(date.fromisoformat(first), date.fromisoformat(last)) == words


@pytest.mark.parametrize(
    ("town", "name", "words"),
    [
        ("示范镇", "派出所", "示范镇派出所"),
        ("邻镇", "邻镇人民政府", "邻镇人民政府"),
        ("", "县城市管理局", "县城市管理局"),
    ],
)
def test_a_unit_names_its_township_once(town: str, name: str, words: str) -> None:
    assert unit_words(town, name) == words


@pytest.mark.parametrize(("last", "fine"), [("2026-07-03", True), ("2026-07-04", False)])
def test_it_lasts_half_a_year_at_most(last: str, fine: bool) -> None:
    first, end = date(2026, 1, 1), date.fromisoformat(last)
    if fine:
        states.days(first, end)
    else:
        with pytest.raises(Refusal, match="invalid"):
            states.days(first, end)


def test_what_it_came_to_is_said_in_one_sentence() -> None:
    sums = tally(
        [outing(执法队=2, 派出所=1), outing(执法队=2)],
        [found("占道经营"), found("占道经营", "ordered"), found("车辆违停", unit="派出所", ongoing=True)],
    )
    assert result_words(sums) == (
        "开展巡查2次，出动5人次，发现问题3个：占道经营2个、车辆违停1个；处置：当场改正2个、责令改正1个；其中1个正在进行的违法行为"
    )
    assert [(each.name, each.patrols, each.people, each.findings) for each in sums.units] == [
        ("执法队", 2, 4, 2),
        ("派出所", 1, 1, 1),
    ]


def test_nothing_found_is_said_plainly() -> None:
    assert result_words(tally([], [])) == "没有登记巡查"
    assert result_words(tally([outing(执法队=2)], [])) == "开展巡查1次，出动2人次，没有发现问题"


@given(
    st.lists(st.tuples(st.integers(1, 5), st.sampled_from(["甲镇", "乙镇"]), st.integers(0, 4))),
    st.lists(
        st.tuples(st.integers(1, 5), st.sampled_from(["甲镇", "乙镇"]), st.sampled_from(sorted(DISPOSITIONS)))
    ),
)
def test_days_and_townships_add_up_to_the_whole(
    walked: list[tuple[int, str, int]], noted: list[tuple[int, str, str]]
) -> None:
    days = [date(2026, 11, number) for number in range(1, 6)]
    outings = [outing(days[day - 1], town, 队=heads) for day, town, heads in walked]
    findings = [found("占道", kind, day=days[day - 1], town=town) for day, town, kind in noted]
    whole = tally(outings, findings)
    for parts in (by_day(outings, findings, days), by_town(outings, findings)):
        sums = [part for _, part in parts]
        assert sum(part.patrols for part in sums) == whole.patrols == len(walked)
        assert sum(part.people for part in sums) == whole.people == sum(heads for _, _, heads in walked)
        assert sum(part.findings for part in sums) == whole.findings == len(noted)
    assert sum(count for _, count in whole.dispositions) == len(noted)
