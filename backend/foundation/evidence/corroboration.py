"""Does the file itself agree with the record? Pure: it flags, it never decides."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from backend.foundation.distance import along_ellipsoid

TIME_APART = timedelta(minutes=10)
METRES_APART = 500
KILOMETRE = 1000
DAYS_FROM_HOURS = 48

Verdict = Literal["agrees", "differs", "none"]
Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Exif:
    """What the camera wrote. Without `zone_written` the time was taken to be +08:00. Degrees are WGS-84."""

    taken_at: datetime | None = None
    zone_written: bool = False
    lat: float | None = None
    lon: float | None = None
    make: str = ""
    model: str = ""

    @property
    def place(self) -> Place | None:
        """Latitude and longitude, where both were written."""
        return (self.lat, self.lon) if self.lat is not None and self.lon is not None else None

    @property
    def camera(self) -> str:
        """Make and model as people say it: the make only once."""
        return self.model if self.model.startswith(self.make) else f"{self.make} {self.model}".strip()


@dataclass(frozen=True, slots=True)
class Corroboration:
    """The verdicts on time and place, each with its sentence."""

    time: Verdict
    place: Verdict
    words: tuple[str, ...]

    @property
    def code(self) -> str:
        """`agrees`, `none`, or what contradicts: `time`, `position`, `time,position`."""
        against = [
            name for name, verdict in (("time", self.time), ("position", self.place)) if verdict == "differs"
        ]
        if against:
            return ",".join(against)
        return "agrees" if "agrees" in {self.time, self.place} else "none"


def corroborate(exif: Exif, taken_at: datetime, place: Place | None) -> Corroboration:
    """Hold what the camera wrote against what was recorded."""
    time, time_words = _time(exif, taken_at)
    where, place_words = _place(exif, place)
    if time == where == "none" and not (exif.taken_at or exif.place):
        return Corroboration("none", "none", ("照片文件里没有拍摄时间和位置，无从比对",))
    return Corroboration(time, where, (time_words, place_words))


def _time(exif: Exif, recorded: datetime) -> tuple[Verdict, str]:
    if exif.taken_at is None:
        return "none", "照片文件里没有拍摄时间"
    apart = exif.taken_at - recorded
    if abs(apart) <= TIME_APART:
        return "agrees", "照片文件里的拍摄时间与登记一致"
    return "differs", f"照片文件里的拍摄时间比登记{'早' if apart < timedelta() else '晚'}{_span(abs(apart))}"


def _place(exif: Exif, recorded: Place | None) -> tuple[Verdict, str]:
    if exif.place is None:
        return "none", "照片文件里没有位置"
    if recorded is None:
        return "none", "登记时没有位置，照片文件里有"
    metres = along_ellipsoid(exif.place, recorded)
    if metres <= METRES_APART:
        return "agrees", "照片文件里的位置与登记一致"
    return "differs", f"照片文件里的位置与登记相距{_distance(metres)}"


def _span(apart: timedelta) -> str:
    hours, minutes = divmod(round(apart / timedelta(minutes=1)), 60)
    if hours >= DAYS_FROM_HOURS:
        return f"{hours // 24}天"
    return f"{hours}小时{minutes}分钟" if hours else f"{minutes}分钟"


def _distance(metres: float) -> str:
    return f"{metres:.0f}米" if metres < KILOMETRE else f"{metres / KILOMETRE:.1f}公里"
