"""A month of a roster as queries hand it out: three posts, a few people, a shift that does not take place."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from backend.foundation.now import CHINA
from backend.office.duty.queries.rosters import Roster, Told
from backend.office.duty.queries.shifts import KnownShift, Stander
from backend.office.duty.rules.slots import Slot

ID = UUID(int=1)
MONTH = date(2026, 10, 1)
NOW = datetime(2026, 9, 25, 2, tzinfo=UTC)
WATCH = (Slot(name="值班员"),)
TOGETHER = (Slot(name="执法队员", least=2, most=3), Slot(name="民警"))
PEOPLE = {
    "zhangsan": ("张三", "执法队"),
    "lisi": ("李四", "执法队"),
    "wangwu": ("王五", "派出所"),
    "zhangwei1": ("张伟", "执法队"),
    "zhangwei2": ("张伟", "派出所"),
}


def officer(username: str) -> UUID:
    return UUID(int=100 + list(PEOPLE).index(username))


def on(username: str, shift: int, slot: int = 0) -> Stander:
    name, unit = PEOPLE[username]
    id_ = UUID(int=shift * 1000 + officer(username).int)
    return Stander(
        id_, number(shift), slot, officer(username), "hand", username, name, "0000-0000001", unit, unit
    )


def number(shift: int) -> UUID:
    return UUID(int=shift << 96)


def shift(
    n: int,
    begins: str,
    hours: int,
    *people: Stander,
    needs: tuple[Slot, ...] = WATCH,
    kind: str = "watch",
    name: str = "夜间值班",
    place: str = "值班室",
    cancelled: bool = False,
) -> KnownShift:
    start = datetime.fromisoformat(f"2026-{begins}").replace(tzinfo=CHINA)
    ends = start + timedelta(hours=hours)
    gone = NOW if cancelled else None
    return KnownShift(
        number(n), ID, None, kind, name, None, start, ends, needs, "", gone, 1, ID, NOW, place, people
    )


def month() -> list[KnownShift]:
    return [
        shift(1, "10-01T20:00", 12, on("zhangsan", 1)),
        shift(2, "10-02T20:00", 12, on("zhangwei2", 2)),
        shift(
            3,
            "10-10T08:00",
            6,
            on("lisi", 3),
            on("wangwu", 3, 1),
            needs=TOGETHER,
            kind="stand_by",
            name="集市",
            place="集贸市场",
        ),
        shift(4, "10-11T08:00", 24, name="带班", kind="leading", place=""),
        shift(5, "10-12T20:00", 12, on("lisi", 5), cancelled=True),
    ]


def roster(*, published: bool = True) -> Roster:
    at = NOW if published else None
    return Roster(
        ID, ID, MONTH, NOW, "solver", Told(), at, 3, "李队长", "李队长" if published else "", "示范镇"
    )
