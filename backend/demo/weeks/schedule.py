"""Which patrols the invented townships walked until now, and which they still plan. Pure."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random
from typing import Any

from backend.foundation.now import CHINA, local

DAYS_BACK = 36
DAYS_AHEAD = 2
MARKET_DIGITS = (3, 8)
FORTNIGHT = 14


@dataclass(frozen=True, slots=True)
class Outing:
    """One patrol as it was, or is planned to be."""

    township: str
    title: str
    kind: str
    begins: datetime
    ends: datetime
    crew: tuple[str, ...]
    route: tuple[str, ...]
    least: int
    most: int
    pace: float
    summary: str

    @property
    def name(self) -> str:
        """What tells it from all others; its ids are made of it."""
        return f"{self.township} {self.begins:%Y%m%d %H%M} {self.title}"

    def chance(self, *about: object) -> Random:
        """The same chance for the same outing whenever it is asked."""
        return Random(f"{self.name} {about}")


def told_outings() -> dict[str, list[dict[str, Any]]]:
    """Township code → its kinds of outing, as outings.toml has them."""
    return tomllib.loads(Path(__file__).with_name("outings.toml").read_text(encoding="utf-8"))


def outings(now: datetime) -> list[Outing]:
    """All from five weeks ago to the day after tomorrow, by their beginning."""
    today = local(now).date()
    days = [today + timedelta(days=number) for number in range(-DAYS_BACK, DAYS_AHEAD)]
    found = [
        _outing(township, told, day)
        for township, kinds in told_outings().items()
        if township != "now"
        for day in days
        for told in kinds
        if _falls_on(told["on"], day)
    ]
    return sorted(found, key=lambda outing: (outing.begins, outing.name))


def over(all_of_them: list[Outing], now: datetime) -> list[Outing]:
    """Those that had ended by now."""
    return [outing for outing in all_of_them if outing.ends < now]


def ahead(all_of_them: list[Outing], now: datetime) -> Iterator[Outing]:
    """Those that begin later than everybody is told to get ready."""
    return (outing for outing in all_of_them if outing.begins > now + timedelta(hours=2))


def is_market_day(day: date) -> bool:
    """逢三逢八."""
    return day.day % 10 in MARKET_DIGITS


def _falls_on(on: list[int | str], day: date) -> bool:
    names: set[int | str] = {day.weekday()}
    if is_market_day(day):
        names.add("market")
    if is_market_day(day + timedelta(days=1)):
        names.add("eve")
    if day.toordinal() % FORTNIGHT == 0:
        names.add("fortnight")
    return not names.isdisjoint(on)


def _outing(township: str, told: dict[str, Any], day: date) -> Outing:
    quarter_start = date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
    return Outing(
        township=township,
        title=told["title"].format(round=_in_chinese((day - quarter_start).days // FORTNIGHT + 1)),
        kind=told["kind"],
        begins=_at(day, told["from"]),
        ends=_at(day, told["until"]),
        crew=tuple(told["crew"]),
        route=tuple(told["route"]),
        least=told["least"],
        most=told["most"],
        pace=told["pace"],
        summary=told["summary"],
    )


def _at(day: date, clock: str) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock), CHINA)


def _in_chinese(number: int) -> str:
    return "一二三四五六七八九十"[number - 1]


def around(now: datetime) -> dict[str, Outing]:
    """What is overdue, ready and running at this very moment, by that word."""
    found = {}
    for told in told_outings()["now"]:
        begins = local(now).replace(second=0, microsecond=0) + timedelta(minutes=told["after"])
        clock = {"from": f"{begins:%H:%M}", "until": f"{begins:%H:%M}"}
        outing = _outing("sfz", told | clock, begins.date())
        found[told["state"]] = replace(outing, ends=begins + timedelta(minutes=told["minutes"]))
    return found
