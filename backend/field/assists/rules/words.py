"""The words of a call for help. Pure."""

from typing import Final, Literal

Severity = Literal["emergency", "urgent", "routine"]
Status = Literal["actual", "exercise", "test"]
Channel = Literal["radio", "phone", "in_person"]
State = Literal["raised", "acknowledged", "departed", "arrived", "resolved", "cancelled", "false_alarm"]

SEVERITIES: Final[dict[str, str]] = {"emergency": "紧急", "urgent": "加急", "routine": "一般"}
STATUSES: Final[dict[str, str]] = {"actual": "实情", "exercise": "演练", "test": "测试"}
CHANNELS: Final[dict[str, str]] = {"radio": "对讲机", "phone": "电话", "in_person": "当面"}
STATES: Final[dict[str, str]] = {
    "raised": "等待接警",
    "acknowledged": "已接警",
    "departed": "已出警",
    "arrived": "已到场",
    "resolved": "处置完毕",
    "cancelled": "已撤回",
    "false_alarm": "误报",
}
# Police say 接警, 出警; everybody else comes to help.
POLICE_STEPS: Final[dict[str, str]] = {
    "acknowledgement": "已接警",
    "departure": "出警",
    "arrival": "到场",
    "withdrawal": "不能前往",
}
OTHER_STEPS: Final[dict[str, str]] = {
    "acknowledgement": "已响应",
    "departure": "出发",
    "arrival": "到场",
    "withdrawal": "不能前往",
}
# The usual reasons; any other words are taken as well.
REASONS: Final[tuple[str, ...]] = ("围堵阻碍", "暴力抗法", "有人受伤", "人群聚集", "现场失控", "持械威胁")
# What whoever comes has to know before they get there.
DANGERS: Final[tuple[str, ...]] = ("持械", "有犬", "易燃易爆", "醉酒", "有人被困", "高处、临水")
POSITION_MARKS: Final[dict[str, str]] = {
    "none": "没有定位",
    "zero": "坐标为0，不可信",
    "impossible": "坐标不可能，不可信",
    "jump": "与上一个位置相距过远",
    "stale": "不是此刻的位置",
    "inexact": "误差大",
    "far": "不在本县附近",
    "picked": "地图上选的",
    "track": "取自巡查轨迹",
}
ESCALATIONS: Final[dict[str, str]] = {
    "station": "无人接警，已通知全所民警和所长",
    "leaders": "仍无人接警，已通知镇领导和电话名单",
    "departure": "超时没有出警",
}


def steps_words(*, police: bool) -> dict[str, str]:
    return POLICE_STEPS if police else OTHER_STEPS
