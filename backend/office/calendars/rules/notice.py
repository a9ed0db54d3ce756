"""A year from the very words of a notice: 春节：2月15日至23日放假调休，共9天。2月14日、2月28日上班。

Only what is written is taken: a line that speaks of days off and cannot be read is a fault, never a guess.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from backend.foundation.datafiles import Fault, FileRefused
from backend.foundation.workdays import Holiday, Year, check_year

# The heading may be broken over two lines. None of these looks at the same signs twice: whoever chooses a wrong file would keep the
# whole township waiting.
_TITLE: Final = re.compile(
    r"(?<![^\n。《])[^\n。《]*关于(20\d\d)年[^。《》]{0,30}?(?:节假日|放假)[^。《》]{0,30}?通知"
)
_NUMBER: Final = re.compile(r"^[^\S\n]*([^\s，。（）()]{2,12}〔20\d\d〕\d+号)[^\S\n]*$", re.MULTILINE)
_SIGNED: Final = re.compile(r"^[^\S\n]*(20\d\d)年(\d{1,2})月(\d{1,2})日[^\S\n]*$", re.MULTILINE)
_ITEM: Final = re.compile(
    r"^[^\S\n]*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)])\s*([^：:\n]{1,20})[：:](.+)$",
    re.MULTILINE,
)
_DAY: Final = r"(?:(20\d\d)年)?(\d{1,2})月(\d{1,2})日"
_ASIDE: Final = re.compile(r"[（(][^（）()]*[）)]")
_SPAN: Final = re.compile(
    rf"{_DAY}(?:(?:至|—|－|-|~|～)(?:(20\d\d)年)?(?:(\d{{1,2}})月)?(\d{{1,2}})日)?(?=放假)"
)
_WORKED: Final = re.compile(r"(?:(?:(20\d\d)年)?(\d{1,2})月)?(\d{1,2})日")
# 6月19日（周五）, 2月15日（农历腊月二十八、周日）: the notice says its weekdays, so a wrong day gives itself away.
_WEEKDAY: Final = re.compile(
    r"(?:(?:(20\d\d)年)?(\d{1,2})月)?(\d{1,2})日[（(][^（）()]{0,20}?(?:周|星期)([一二三四五六日天])[）)]"
)
_WEEKDAYS: Final = {name: number for number, name in enumerate("一二三四五六日")} | {"天": 6}
_SPACE: Final = re.compile(r"[ \t\u3000]+")
_FESTIVALS: Final = re.compile(r"节|元旦|纪念日|州庆|县庆|三月三")


def is_notice(text: str) -> bool:
    """Whether it reads like a notice and not like a file of ours."""
    return bool(_TITLE.search(text)) and bool(_ITEM.search(text))


def read_notice(text: str, region: str) -> Year:
    """The year the notice arranges; raises FileRefused with line and reason."""
    title = _TITLE.search(text)
    if title is None:
        raise FileRefused(1, "没有找到“关于××××年…放假安排的通知”的标题")
    number, signed = _NUMBER.search(text), list(_SIGNED.finditer(text))
    found = list(_holidays(text, int(title[1])))
    year = Year(
        region=region,
        year=int(title[1]),
        status="published",
        title="".join(title[0].split()),
        notice=number[1] if number else "",
        issued=_date(signed[-1], text) if signed else None,
        holidays=tuple(holiday for _, holiday in found),
    )
    try:
        check_year(year)
    except Fault as fault:
        raise FileRefused(_line_of(fault, [line for line, _ in found]), _in_words(fault)) from fault
    return year


def _holidays(text: str, year: int) -> Iterator[tuple[int, Holiday]]:
    for item in _ITEM.finditer(text):
        name, said, line = item[1].strip(), _SPACE.sub("", item[2]), _line(text, item.start(1))
        if not _FESTIVALS.search(name):
            continue
        _check_weekdays(said, year, line)
        body = _ASIDE.sub("", said)
        off = _SPAN.search(body)
        if off is None:
            raise FileRefused(line, f"“{name}”里没有读出哪天到哪天放假")
        first, last = _span(off, year, line)
        work = tuple(
            day for part in re.split("[。；;]", body) if "上班" in part for day in _worked(part, year, line)
        )
        yield line, Holiday(name=name, off=first, until=last if last != first else None, work=work)


def _check_weekdays(said: str, year: int, line: int) -> None:
    """Refuse a date that is another day of the week. After one in December, January is that of the next year."""
    month, turned = None, False
    for found in _WEEKDAY.finditer(said):
        turned = turned or (month == "12" and found[2] == "1")
        month = found[2] or month
        if month is None:
            continue
        day = _made(found[1], month, found[3], year + turned, line)
        if day.weekday() != _WEEKDAYS[found[4]]:
            real = "一二三四五六日"[day.weekday()]
            raise FileRefused(line, f"{month}月{found[3]}日是周{real}，不是周{found[4]}")


def _worked(sentence: str, year: int, line: int) -> Iterator[date]:
    """1月28日、29日上班: a day without its month lies in the month named before it."""
    month = None
    for found in _WORKED.finditer(sentence):
        month = found[2] or month
        if month is None:
            raise FileRefused(line, f"“{sentence}”没有写是几月")
        yield _made(found[1], month, found[3], year, line)


def _span(off: re.Match[str], year: int, line: int) -> tuple[date, date]:
    first = _made(off[1], off[2], off[3], year, line)
    if off[6] is None:
        return first, first
    month = off[5] or off[2]
    # 2022年12月31日至2023年1月2日: an end in an earlier month lies in the next year.
    later = off[4] or str(first.year + (int(month) < first.month))
    return first, _made(later, month, off[6], year, line)


def _date(found: re.Match[str], text: str) -> date:
    return _made(found[1], found[2], found[3], 0, _line(text, found.start(1)))


def _made(year: str | None, month: str, day: str, default: int, line: int) -> date:
    try:
        return date(int(year or default), int(month), int(day))
    except ValueError:
        raise FileRefused(line, f"没有{year or default}年{month}月{day}日这一天") from None


def _line(text: str, place: int) -> int:
    return text.count("\n", 0, place) + 1


def _line_of(fault: Fault, lines: list[int]) -> int:
    """The paragraph of the festival that is wrong; the first line where it is the notice as a whole."""
    of_one = fault.place[:1] == ("holidays",) and len(fault.place) > 2  # noqa: PLR2004
    return lines[int(fault.place[1])] if of_one else 1


def _in_words(fault: Fault) -> str:
    """As the one who pasted a notice knows it, not as the keys of our files."""
    if fault.place == ("status",):
        return "没有读出文号（单独一行，如 国办发明电〔2025〕7号）和落款日期（单独一行）"
    return fault.reason.replace("（off）", "").replace("（work）", "")
