"""On what the counting itself rests: the articles, and the notices of the years it went through."""

from datetime import datetime
from typing import Final

from backend.foundation.now import CHINA
from backend.foundation.workdays.calendar import Calendar
from backend.foundation.workdays.counting import due
from backend.foundation.workdays.terms import Term

_START: Final = "起算当日不计（民法典第201条）"


def amount_words(term: Term) -> str:
    """3个工作日, 90日, 24小时, 5小时30分钟, 当日."""
    if term.unit == "same_day":
        return "当日"
    if term.unit == "minute":
        hours, minutes = divmod(term.amount or 0, 60)
        return (f"{hours}小时" if hours else "") + (f"{minutes}分钟" if minutes or not hours else "")
    return f"{term.amount}{ {'working_day': '个工作日', 'calendar_day': '日', 'hour': '小时'}[term.unit] }"


def grounds(term: Term, start: datetime, calendar: Calendar) -> str:
    """起算当日不计（民法典第201条）；工作日按国办发明电〔2025〕7号，2027年放假安排还没公布."""
    if term.span is not None:
        return "自所定的时刻起算，夜间和节假日照算（民法典第201条）"
    if term.unit == "same_day":
        return "当日24:00前"
    if term.unit == "calendar_day" and not term.roll_forward:
        return f"{_START}；自然日，末日不顺延"
    rolled = "；末日是休息日的顺延到下一个工作日（民法典第203条）" if term.unit == "calendar_day" else ""
    return f"{_START}{rolled}；{_notices(term, start, calendar)}"


def _notices(term: Term, start: datetime, calendar: Calendar) -> str:
    first, last = start.astimezone(CHINA).year, due(term, start, calendar).at.year
    told = [
        year.notice if year.region == "CN" else year.title
        for number in range(first, last + 1)
        for year in calendar.notices(number)
        if year.published
    ]
    missing = [
        f"{number}年放假安排还没公布或没有载入"
        for number in range(first, last + 1)
        if not calendar.published(number)
    ]
    known = [f"工作日按{'、'.join(told)}"] if told else []
    return "；".join([*known, *missing])
