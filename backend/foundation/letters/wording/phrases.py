"""Typed sentences and moments as a paper writes them. Pure."""

from datetime import date, datetime
from typing import Final

from backend.foundation.now import local

_END: Final = " 。；，;,.\n"


def plain(text: str) -> str:
    """A typed sentence without the full stop that the template carries."""
    return text.strip().rstrip(_END)


def day(moment: date) -> str:
    """2026年11月20日, as 7.3.5 of GB/T 9704 writes a date: Arabic figures without zeros in front."""
    there = local(moment) if isinstance(moment, datetime) else moment
    return f"{there.year}年{there.month}月{there.day}日"


def minute(moment: datetime) -> str:
    """2026年11月20日16时40分."""
    there = local(moment)
    return f"{day(moment)}{there.hour}时{there.minute:02d}分"
