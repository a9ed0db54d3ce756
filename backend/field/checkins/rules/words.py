"""The words of 报平安. Pure."""

from typing import Final, Literal

Step = Literal["due", "missed", "help"]
Colour = Literal["green", "amber", "red", "called", "ended"]
Channel = Literal["radio", "phone", "in_person"]

COLOURS: Final[dict[str, str]] = {
    "green": "平安",
    "amber": "该报平安了",
    "red": "没有报平安",
    "called": "已发出支援",
    "ended": "已结束",
}
# What the time that is left leads to, and what is said once it is over.
LIMITS: Final[dict[str, tuple[str, str]]] = {
    "green": ("还剩", "该报平安了"),
    "amber": ("后算没有报平安", "没有报平安"),
    "red": ("后以你的名义求援", "正在求援"),
}
CHANNELS: Final[dict[str, str]] = {"radio": "对讲机", "phone": "电话", "in_person": "当面"}
# The usual ones; any other word of at most 40 characters is as good.
REASONS: Final = ("一个人入户", "夜间检查", "当事人情绪激动", "有暴力抗法记录", "偏僻路段", "涉险作业")
INTERVALS: Final = (10, 20, 30, 60)
