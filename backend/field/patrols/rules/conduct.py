"""着装与行为检查: the points somebody looks at before and during a patrol. Pure."""

from collections.abc import Mapping

from backend.foundation.refusals import Refusal

POINTS = {
    "uniform": "按规定着装",
    "certificate": "随身携带执法证",
    "recorder": "执法记录仪开启",
    "manner": "用语文明、举止规范",
    "vehicle": "车辆、装备齐全",
}


def checked(points: Mapping[str, bool]) -> dict[str, bool]:
    """The points in their order; refuses unknown ones and an empty check."""
    unknown = sorted(set(points) - set(POINTS))
    if unknown:
        raise Refusal("invalid", fields={f"points.{name}": "没有这一项" for name in unknown})
    if not points:
        raise Refusal("invalid", fields={"points": "至少检查一项"})
    return {name: points[name] for name in POINTS if name in points}
