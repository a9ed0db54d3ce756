"""The month of one township: 24 people of 5 units, 6 places, leave, wishes, market days and what was carried over."""

from datetime import datetime, timedelta
from uuid import UUID

from backend.foundation.now import CHINA
from backend.office.duty.drafting import Away, Given, Member, Shift, Tally, Wish
from backend.office.duty.rules.slots import Slot
from tests.office.duty.drafting.months import ALWAYS

FIRST = datetime(2026, 11, 1, tzinfo=CHINA)
DAYS = 30
UNITS = {
    "ZFD": ("officer", 9),
    "PCS": ("police", 6),
    "LD": ("leader", 4),
    "ZHZX": ("dispatcher", 3),
    "JJ": ("traffic_police", 2),
}
LEADER = Slot(name="带班领导", units=("LD",))
DISPATCHER = Slot(name="值班员", units=("ZHZX", "ZFD"))
OFFICERS = Slot(name="执法队员", units=("ZFD",), certified=True, least=2, most=3)
OFFICER = Slot(name="执法队员", units=("ZFD",), certified=True)
POLICE = Slot(name="民警", units=("PCS",))
OF_THE_ROAD = Slot(name="民警", units=("PCS", "JJ"))


def month() -> Given:
    told = (post for day in range(DAYS) for post in _day(day))
    shifts = tuple(_shift(n, post) for n, post in enumerate(told))
    return Given(shifts, tuple(_members()))


def _members() -> list[Member]:
    found: list[Member] = []
    for unit, (role, count) in UNITS.items():
        for each in range(count):
            n = len(found)
            found.append(
                Member(
                    UUID(int=1000 + n),
                    f"{unit}{each + 1}",
                    unit,
                    frozenset({role}),
                    (ALWAYS,) if unit == "ZFD" else (),
                    (_leave(n),) if n % 4 == 1 else (),
                    (Wish((FIRST + timedelta(days=n)).date(), "off"),) if n % 3 == 0 else (),
                    Tally(n % 2, n % 3, 6 * (n % 4)),
                )
            )
    return found


def _leave(n: int) -> Away:
    begins = FIRST + timedelta(days=n)
    return Away(begins, begins + timedelta(days=4), "年休假")


Post = tuple[int, str, str, int, int, tuple[Slot, ...]]


def _day(day: int) -> list[Post]:
    """(day, kind, place, hour it begins, hours, slots): a market every fifth day, the night market at weekends."""
    free = (FIRST + timedelta(days=day)).weekday() > 4
    return [
        (day, "leading", "镇政府", 8, 24, (LEADER,)),
        (day, "watch", "指挥中心", 20, 12, (DISPATCHER,)),
        (day, "watch", "执法队", 20, 12, (OFFICER,)),
        (day, "watch", "派出所", 20, 12, (POLICE,)),
        *([(day, "stand_by", "集贸市场", 7, 6, (OFFICERS, POLICE))] if day % 5 == 2 else []),
        *([(day, "stand_by", "夜市", 18, 6, (OFFICERS, OF_THE_ROAD))] if free else []),
    ]


def _shift(n: int, post: Post) -> Shift:
    day, kind, place, hour, hours, slots = post
    begins = FIRST + timedelta(days=day, hours=hour)
    ends = begins + timedelta(hours=hours)
    return Shift(UUID(int=n), kind, place, place, begins, ends, slots, hour >= 18, begins.weekday() > 4)
