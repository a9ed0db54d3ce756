"""A patrol of two devices with a gap, an inexact fix and two findings, as its files are made of it."""

from dataclasses import replace

from backend.field.patrols.rules.sieve import Limits
from backend.field.patrols.rules.track import Pause, Track, assess
from backend.field.patrols.track_files import Outing, Spot
from tests.field.patrols.walks import NOW, START, TABLET, later, walk

OUTING = Outing("县道—下坝村 <夜间> & 集镇", "示范镇", "示执巡〔2026〕118号", START, NOW, demo=True)
SPOTS = (
    Spot(1, START, "户外广告", "一块 <大型> 广告牌\x00", "责令停止", (24.1633241, 102.3904), 8.2, "卫星定位"),
    Spot(2, START, "占道经营", "摊点", "劝导", None, None, "无坐标"),
)


def track() -> Track:
    points = walk(20)
    points[3] = replace(points[3], accuracy_m=400.0)
    pause = Pause(points[9].at, later(points, 600)[10].at, "吃饭")
    return assess([*points[:10], *later(points[10:], 600), *walk(5, TABLET)], NOW, (pause,), Limits())
