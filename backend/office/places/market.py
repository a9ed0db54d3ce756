"""街天: the days a place is busy by the calendar. Pure.

Written as `lunar:3,8` (逢三逢八 by the lunar date's last figure; 0 is 逢十), `solar:3,8`, `weekday:6` (1 is Monday); nothing for
a place that has none. What people call it besides stays in the place's own words.
"""

import re
from collections.abc import Iterable
from datetime import date

from backend.foundation.workdays.lunar import lunar_day

WAYS = {"lunar": "农历逢几", "solar": "公历逢几", "weekday": "每周星期几"}
FIGURES = {
    "1": "一",
    "2": "二",
    "3": "三",
    "4": "四",
    "5": "五",
    "6": "六",
    "7": "七",
    "8": "八",
    "9": "九",
    "0": "十",
}
WEEKDAYS = {"1": "一", "2": "二", "3": "三", "4": "四", "5": "五", "6": "六", "7": "日"}
PATTERN = r"^(|(lunar|solar):\d(,\d){0,9}|weekday:[1-7](,[1-7]){0,6})$"


def is_market_days(text: str) -> bool:
    return re.fullmatch(PATTERN, text) is not None


def written(way: str, figures: Iterable[str]) -> str:
    """As it is stored; nothing where nothing is chosen."""
    chosen = sorted(set(figures))
    return f"{way}:{','.join(chosen)}" if way and chosen else ""


def parts(text: str) -> tuple[str, list[str]]:
    """The way and its figures."""
    way, _, figures = text.partition(":")
    return way, figures.split(",") if figures else []


def is_market_day(text: str, day: date) -> bool:
    way, figures = parts(text)
    if way == "weekday":
        return str(day.isoweekday()) in figures
    if way:
        return str((lunar_day(day) if way == "lunar" else day.day) % 10) in figures
    return False


def market_words(text: str) -> str:
    """农历逢三逢八, 公历逢五逢十, 每周六."""
    way, figures = parts(text)
    if way == "weekday":
        return f"每周{'、'.join(WEEKDAYS[figure] for figure in figures)}"
    ordered = sorted(figures, key=lambda figure: int(figure) or 10)
    return {"lunar": "农历", "solar": "公历"}.get(way, "") + "".join(f"逢{FIGURES[each]}" for each in ordered)
