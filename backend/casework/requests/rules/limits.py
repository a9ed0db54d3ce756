"""By when each body answers, and when the paper follows a call: both agreed on the spot (本地约定). Pure."""

from datetime import datetime, timedelta
from typing import Final

from backend.foundation.mechanism import Limit
from backend.foundation.refusals import Refusal

ANSWER: Final = "request.answer"
PAPER: Final = "request.paper"
NAMES: Final = {ANSWER: "协作请求答复", PAPER: "补书面通知"}
SETTING: Final = "request.paper_hours"
LONGEST: Final = timedelta(days=366)


def minute(moment: datetime) -> datetime:
    """A limit is named to the minute, so it is counted from a whole one."""
    return moment.replace(second=0, microsecond=0)


def span(since: datetime, due: datetime) -> timedelta:
    """What there is to answer in; refuses `invalid` where that is nothing, or more than a year."""
    found = minute(due) - minute(since)
    if found <= timedelta():
        raise Refusal("invalid", fields={"due_at": "答复期限要晚于现在"})
    if found > LONGEST:
        raise Refusal("invalid", fields={"due_at": "答复期限最长一年"})
    return found


def answer_until(since: datetime, due: datetime) -> Limit:
    """The moment somebody named as a limit in minutes: at night and on holidays it runs as well."""
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
