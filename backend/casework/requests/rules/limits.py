"""By when each body answers, and when the paper follows a call: both agreed on the spot (本地约定). Pure."""

from datetime import datetime, timedelta
from typing import Final

from backend.foundation.clocks import named
from backend.foundation.mechanism import Limit

ANSWER: Final = "request.answer"
PAPER: Final = "request.paper"
NAMES: Final = {ANSWER: "协作请求答复", PAPER: "补书面通知"}
SETTING: Final = "request.paper_hours"


def span(since: datetime, due: datetime) -> timedelta:
    """What there is to answer in; refuses `invalid` as any named limit."""
    return named.span(since, due, "答复期限")


def answer_until(since: datetime, due: datetime) -> Limit:
    return Limit(
        rule=ANSWER,
        amount=span(since, due) // timedelta(minutes=1),
        unit="minute",
        basis="local",
        note="请求单位定的答复期限，原文没有写",
        owed_by="addressee",
        start="收到请求",
        finish="答复",
    )


def paper_within(hours: int) -> Limit:
    """The text asks for the paper and names no figure."""
    return Limit(
        rule=PAPER,
        amount=hours,
        unit="hour",
        basis="local",
        note="原文只写紧急可先电话通知，没有写几时补齐",
        owed_by="department",
        start="电话通知",
        finish="补发书面通知",
    )
