"""What is written at the foot of a copy: 时间 地点 坐标 单位 人员 编号. Pure."""

from datetime import datetime

from backend.foundation.evidence.photo import Photo
from backend.foundation.now import local
from backend.foundation.records import Record
from backend.foundation.web.words import WEEKDAYS

SOURCES = {"gps": "卫星定位", "map": "地图选点", "none": ""}


def inscription(photo: Photo, subject: Record | None) -> list[tuple[str, str]]:
    """Name and value, in the order they are written; what is not known is left out."""
    facts = subject.facts if subject else {}
    written = [
        ("时间", moment_in_full(photo.taken_at)),
        ("地点", str(facts.get("address") or "")),
        ("坐标", _position(photo)),
        ("单位", photo.maker_unit),
        ("人员", photo.maker_name),
        ("编号", " ".join(filter(None, (str(facts.get("number") or ""), f"照片{str(photo.id)[:8]}")))),
    ]
    return [(name, value) for name, value in written if value]


def coordinates(photo: Photo) -> str:
    """Latitude and longitude with their system; empty where they are not known."""
    if photo.lat is None or photo.lon is None:
        return ""
    return f"{photo.lat:.5f}, {photo.lon:.5f}（WGS-84）"


def moment_in_full(at: datetime) -> str:
    """With year, weekday and seconds: what is printed must stand alone."""
    here = local(at)
    return f"{here.year}年{here.month}月{here.day}日 周{WEEKDAYS[here.weekday()]} {here:%H:%M:%S}"


def _position(photo: Photo) -> str:
    accuracy = f"±{photo.accuracy_m:.0f}米" if photo.accuracy_m is not None else ""
    return " ".join(filter(None, (coordinates(photo), SOURCES[photo.position_source], accuracy)))
