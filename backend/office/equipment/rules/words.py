"""The words of 装备. Pure."""

from typing import Final, Literal

Kind = Literal["recorder", "radio", "vehicle", "drone", "other"]
State = Literal["in", "out", "late", "damaged", "retired"]

KINDS: Final[dict[str, str]] = {
    "recorder": "执法记录仪",
    "radio": "对讲机",
    "vehicle": "车辆",
    "drone": "无人机",
    "other": "其他装备",
}
# What its number is called.
NUMBERS: Final[dict[str, str]] = {"vehicle": "车牌号"}
STATES: Final[dict[str, str]] = {
    "in": "在库",
    "out": "领用中",
    "late": "到期没还",
    "damaged": "坏了",
    "retired": "停用",
}
