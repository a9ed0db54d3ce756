"""A year from the very words of its notice."""

from datetime import date

import pytest

from backend.foundation.datafiles import FileRefused, load_bytes
from backend.foundation.workdays import load_calendars, read_year
from backend.office.calendars.rules.content import read_content, written
from tests.office.calendars.notices import NOTICE_2026, NOTICE_2027, XINJIANG_2023


def test_the_words_of_a_notice_say_what_the_file_says() -> None:
    year, _ = read_content(NOTICE_2026.encode(), "CN")
    shipped = load_calendars().years["CN", 2026]
    assert (year.title, year.notice, year.issued) == (shipped.title, shipped.notice, shipped.issued)
    assert year.holidays == shipped.holidays


def test_a_regions_notice_speaks_of_its_own_festivals_and_of_the_year_before() -> None:
    year, _ = read_content(XINJIANG_2023.encode(), "CN-XJ")
    days = {holiday.name: holiday for holiday in year.holidays}
    assert list(days) == ["元旦", "春节", "肉孜节", "劳动节", "古尔邦节"]
    assert (days["元旦"].off, days["元旦"].until) == (date(2022, 12, 31), date(2023, 1, 2))
    assert days["春节"].work == (date(2023, 1, 28), date(2023, 1, 29))
    assert days["劳动节"].work == (date(2023, 4, 23), date(2023, 5, 6))
    assert (days["肉孜节"].off, days["肉孜节"].until) == (date(2023, 4, 21), None)


@pytest.mark.parametrize("text", [NOTICE_2026, NOTICE_2027])
def test_what_is_kept_is_a_calendar_file(text: str) -> None:
    year, content = read_content(text.encode(), "CN")
    assert load_bytes(content.encode(), read_year) == year


def test_a_calendar_file_is_kept_as_it_is() -> None:
    text = written(load_calendars().years["CN", 2025])
    assert read_content(text.encode(), "CN-XJ") == (load_calendars().years["CN", 2025], text)


@pytest.mark.parametrize(
    ("good", "bad", "at", "why"),
    [
        ("2月14日（周六）、", "2月15日（周日）、", "二、春节", "2026-02-15 既写了放假又写了上班"),
        ("6月19日（周五）至21日（周日）放假", "6月20日至21日放假", "国务院办公厅关于", "缺少 2026-06-19（端午节）"),
        ("6月19日（周五）至21日（周日）放假", "放假", "五、端午节", "“端午节”里没有读出哪天到哪天放假"),
        ("10月10日（周六）上班", "10月31日（周六）、32日上班", "七、国庆节", "没有2026年10月32日这一天"),
        ("9月20日（周日）、10月10日（周六）上班", "20日上班", "七、国庆节", "没有写是几月"),
        ("国办发明电〔2025〕7号", "", "国务院办公厅关于", "没有读出文号"),
        ("\n2025年11月4日\n", "\n", "国务院办公厅关于", "没有读出文号（单独一行，如 国办发明电〔2025〕7号）和落款日期"),
        ("6月19日（周五）至", "6月18日（周五）至", "五、端午节", "6月18日是周四，不是周五"),
        ("至21日（周日）放假", "至20日（周日）放假", "五、端午节", "6月20日是周六，不是周日"),
        ("5月9日（周六）上班", "5月8日（周五）上班", "四、劳动节", "2026-05-08 不是周末，本来就上班"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_at_its_line(good: str, bad: str, at: str, why: str) -> None:
    assert good in NOTICE_2026
    text = NOTICE_2026.replace(good, bad, 1)
    with pytest.raises(FileRefused) as refused:
        read_content(text.encode(), "CN")
    assert why in refused.value.reason
    assert refused.value.line == text[: text.index(at)].count("\n") + 1


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", "没有内容"),
        (b" \n", "没有内容"),
        (b"\xff\xfe", "不是 UTF-8 编码"),
        (b"x" * 70_000, "超过64KB"),
        ("明年放假吗".encode(), "第1行"),
        (NOTICE_2026.replace("2026年", "2099年").encode(), "只能核对2014年到2060年的节日"),
        (b"[" * 4000, "键名写法有误"),
        (b"[" * 4001, "一行超过4000字"),
    ],
)
def test_what_is_no_year_at_all_is_refused(raw: bytes, why: str) -> None:
    with pytest.raises(FileRefused, match=why):
        read_content(raw, "CN")
