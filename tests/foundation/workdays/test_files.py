"""A calendar file that is wrong is refused whole, with the line and a reason a person can act on."""

import pytest

from backend.foundation.datafiles import FileRefused, load_bytes
from backend.foundation.workdays import Year, read_year
from backend.foundation.workdays.festivals import CALENDARS
from backend.foundation.workdays.hours import Region, read_region

GOOD = (CALENDARS / "CN" / "2026.toml").read_text(encoding="utf-8")
SPRING = "work = [2026-02-14, 2026-02-28]"


def year_from(text: str) -> Year:
    return load_bytes(text.encode(), read_year)


def line_of(text: str, words: str) -> int:
    return text[: text.index(words)].count("\n") + 1


CASES = {
    "a day both off and on": (SPRING, "work = [2026-02-15]", "work = [2026-02-15]", "2026-02-15 既写了放假（off）又写了上班（work）"),
    "a day on that another festival has off": (SPRING, "work = [2026-10-03]", "off = 2026-10-01", "2026-10-03 既写了放假"),
    "a day off twice": ("off = 2026-06-19\nuntil = 2026-06-21", "off = 2026-05-05", "off = 2026-05-05", "2026-05-05 写了两次"),
    "a day on twice": (SPRING, "work = [2026-02-14, 2026-02-14]", "work = [2026-02-14, 2", "2026-02-14 写了两次"),
    "a working day worked": (SPRING, "work = [2026-02-13]", "work = [2026-02-13]", "2026-02-13 不是周末，本来就上班"),
    "the wrong year": ("off = 2026-06-19\nuntil = 2026-06-21", "off = 2027-06-19", "off = 2027-06-19", "2027-06-19 不是2026年的日子"),
    "an end before its beginning": ("until = 2026-04-06", "until = 2026-04-03", "until = 2026-04-03", "until 早于 off"),
    "an end without a beginning": ("off = 2026-04-04\n", "", "until = 2026-04-06", "until 早于 off，或者没有 off"),
    "a very long holiday": ("until = 2026-05-05", "until = 2026-06-05", "until = 2026-06-05", "连续放假超过31天"),
    "a festival with no day": ("off = 2026-04-04\nuntil = 2026-04-06\n", "", '[[holidays]]\nname = "清明节"', "“清明节”既没有放假也没有上班的日子"),
    "a missing festival": ("off = 2026-06-19\nuntil = 2026-06-21", "off = 2026-06-20\nuntil = 2026-06-21", "[[holidays]]", "缺少 2026-06-19（端午节）"),
    "no number": ('notice = "国办发明电〔2025〕7号"\n', "", "status", "已公布的年份要写明文号 notice 和公布日期 issued"),
    "no title": ('title = "国务院办公厅关于2026年部分节假日安排的通知"', 'title = ""', "title", "已公布的年份要写明通知的标题"),
    "an unknown status": ('"published"', '"guessed"', "status", "“guessed”不在可用的词之内"),
    "a moment for a day": ("off = 2026-04-04", "off = 2026-04-04T00:00:00", "off = 2026-04-04T", "“off”应当是日期"),
    "an unknown key": ("until = 2026-04-06", "unitl = 2026-04-06", "unitl", "未知的键“unitl”"),
    "a day that does not exist": ("off = 2026-04-04", "off = 2026-02-30", "off = 2026-02-30", "没有这一天"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_bad_calendar_is_refused_at_its_line(case: tuple[str, str, str, str]) -> None:
    good, bad, at, why = case
    assert good in GOOD
    text = GOOD.replace(good, bad, 1)
    with pytest.raises(FileRefused) as refused:
        year_from(text)
    assert why in refused.value.reason
    assert refused.value.line == line_of(text, at)


def test_an_empty_year_is_no_published_year() -> None:
    """Lists of days are published empty before the notice is out; taken for true they would make every weekday worked."""
    text = GOOD[: GOOD.index("[[holidays]]")]
    with pytest.raises(FileRefused, match="缺少 2026-01-01（元旦）"):
        year_from(text)
    assert year_from(text.replace('"published"', '"provisional"')).holidays == ()


def test_a_region_may_work_on_a_national_holiday() -> None:
    text = GOOD.replace('region = "CN"', 'region = "CN-XJ"').replace(SPRING, "work = [2026-07-01]")
    assert year_from(text).region == "CN-XJ"


HOURS = (CALENDARS / "CN-XJ" / "region.toml").read_text(encoding="utf-8")


def region_from(text: str) -> Region:
    return load_bytes(text.encode(), read_region)


@pytest.mark.parametrize(
    ("good", "bad", "why"),
    [
        ('since = "05-01"', 'since = "5-1"', "应当是月-日"),
        ('"10:00-14:00", "16:00-20:00"', '"14:00-10:00"', "先早后晚"),
        ('"10:00-14:00", "16:00-20:00"', "", "先早后晚"),
        ('"10:00-14:00", "16:00-20:00"', '"16:00-20:00", "10:00-14:00"', "按先后排列"),
    ],
)
def test_bad_office_hours_are_refused(good: str, bad: str, why: str) -> None:
    text = HOURS.replace(good, bad, 1)
    with pytest.raises(FileRefused, match=why):
        region_from(text)
