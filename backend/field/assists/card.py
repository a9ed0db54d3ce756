"""One call as its page shows it to one person: what is true now, who comes and how far, and the next act."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from backend.field.assists.queries.sheet import Sheet
from backend.field.assists.rules.assist import Assist, Response
from backend.field.assists.rules.positions import USELESS, Corner
from backend.field.assists.rules.states import state_words
from backend.field.assists.rules.way import Way, way
from backend.field.assists.rules.words import steps_words
from backend.field.assists.showing import responders
from backend.foundation.database.access import Row
from backend.foundation.navigation import amap_link, geo_link
from backend.foundation.now import local

SCENE: Final = "支援现场"
# What the server will do by itself, as whoever waits understands it: while the time runs, and once it is over.
NEXT: Final[dict[str, tuple[str, str]]] = {
    "station": ("再过{left}，全所民警和所长一起响。", "全所民警和所长一起响。"),
    "leaders": ("再过{left}，通知镇领导和电话名单。", "通知镇领导和电话名单。"),
    "departure": ("再过{left}还没有人出警，系统会催。", "还没有人出警，系统在催。"),
}


@dataclass(frozen=True, slots=True)
class Comer:
    """One responder: what they did last and when, where they are from the scene."""

    name: str
    unit_name: str
    phone: str
    word: str
    at: datetime | None
    way: Way | None
    seen_at: datetime | None
    gone: bool


@dataclass(frozen=True, slots=True)
class Passed:
    """One row of the time chain; `at` None: not yet."""

    name: str
    at: datetime | None
    note: str

    @property
    def clock(self) -> str:
        return clock_of(self.at)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where help is to go: the position, and links that lead there."""

    lat: float
    lon: float
    amap: str
    geo: str


def clock_of(moment: datetime | None) -> str:
    """16:20:07"""
    return f"{local(moment):%H:%M:%S}" if moment else "—"


def headline(found: Sheet) -> str:
    """周青岩 已出警, or that nobody has taken it: never that police know before one of them has said so."""
    assist = found.called.assist
    first = next((each for each in responders(found) if each.active and each.police), None)
    if not assist.open or first is None:
        return state_words(assist) if not assist.open or assist.responded_at else "还没有人接警"
    return f"{first.name} {_last(first)[0]}"


def comers(found: Sheet) -> list[Comer]:
    """Police first, in the order they answered; those who left last."""
    spot = corner_of(found.called.assist)
    shown = [_comer(found, each, spot) for each in responders(found) if each.acknowledged_at]
    return sorted(shown, key=lambda comer: comer.gone)


def comers_title(found: Sheet) -> str:
    """谁来了 once somebody is on the way; who has only said so has not come."""
    coming = [each for each in found.called.responses if each.active and each.acknowledged_at]
    if any(each.departed_at or each.arrived_at for each in coming):
        return "谁来了"
    if any(each.police for each in coming):
        return "谁接警"
    return "谁响应" if coming else "谁答复过"


def passed(found: Sheet) -> list[Passed]:
    """按下 to 处置完毕, with whose doing it was and how long after the call arrived."""
    assist = found.called.assist
    late = (assist.received_at - assist.raised_at).total_seconds()
    rows = [
        Passed("按下", assist.raised_at, found.people[assist.raised_by]["name"]),
        Passed("收到", assist.received_at, f"按下后{_seconds(late)}" if late >= 1 else ""),
        Passed("接警", assist.acknowledged_at, _whose(found, "acknowledged_at")),
        Passed("出警", assist.departed_at, _whose(found, "departed_at")),
        Passed("到场", assist.arrived_at, _whose(found, "arrived_at")),
    ]
    if assist.ended_at:
        name = found.people[assist.ended_by]["name"] if assist.ended_by else ""
        rows.append(Passed("结束", assist.ended_at, " · ".join(filter(None, [state_words(assist), name]))))
    return rows


def spot_of(assist: Assist) -> Spot | None:
    """None where the position leads nowhere."""
    corner = corner_of(assist)
    if corner is None:
        return None
    return Spot(*corner, amap_link(corner, SCENE), geo_link(corner, SCENE))


def corner_of(assist: Assist) -> Corner | None:
    if assist.lat is None or assist.lon is None or not USELESS.isdisjoint(assist.marks):
        return None
    return assist.lat, assist.lon


def way_of_reader(found: Sheet, officer: Any) -> Way | None:
    """From where a responder was last known to be; their own device tells it better."""
    spot, where = corner_of(found.called.assist), found.where.get(officer)
    there = _usable(where)
    return way(there, spot) if spot and there else None


def _comer(found: Sheet, each: Response, spot: Corner | None) -> Comer:
    known = found.people.get(each.officer) if each.officer else None
    where = found.where.get(each.officer) if each.officer else None
    there = _usable(where) if each.under_way else None
    word, at = _last(each)
    return Comer(
        each.name,
        known["unit_name"] if known else "",
        known["phone"] if known else "",
        word,
        at,
        way(spot, there) if spot and there else None,
        where["at"] if where and there else None,
        each.left_at is not None,
    )


def _usable(where: Row | None) -> Corner | None:
    if where is None or where["lat"] is None or not USELESS.isdisjoint(where["marks"]):
        return None
    return where["lat"], where["lon"]


def _last(each: Response) -> tuple[str, datetime | None]:
    """已接警, 已出警, 已到场, or that they cannot come."""
    words = steps_words(police=each.police)
    if each.left_at is not None:
        return words["withdrawal"], each.left_at
    if each.arrived_at:
        return f"已{words['arrival']}", each.arrived_at
    if each.departed_at:
        return f"已{words['departure']}", each.departed_at
    return words["acknowledgement"], each.acknowledged_at


def _whose(found: Sheet, step: str) -> str:
    """The police officer whose moment it is, and how long after the call arrived."""
    assist = found.called.assist
    moment = getattr(assist, step)
    if moment is None:
        return ""
    name = next(
        (each.name for each in found.called.responses if each.police and getattr(each, step) == moment), ""
    )
    after = (moment - assist.received_at).total_seconds()
    return f"{name}，收到后{_seconds(after)}" if after >= 1 else name


def _seconds(length: float) -> str:
    minutes, seconds = divmod(int(length), 60)
    return f"{minutes}分{seconds}秒" if minutes else f"{seconds}秒"
