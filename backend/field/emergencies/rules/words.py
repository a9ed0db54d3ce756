"""The words of 突发事件处置. Pure."""

from typing import Final, Literal

Step = Literal["departure", "arrival", "leaving"]

# The usual ones; any other word of at most 40 characters is as good.
CATEGORIES: Final = (
    "围堵阻碍执法",
    "暴力抗法",
    "人群聚集",
    "人员受伤",
    "火灾爆炸",
    "交通事故",
    "设施损毁",
    "其他突发情况",
)
STEPS: Final[dict[str, str]] = {"departure": "出发", "arrival": "到场", "leaving": "离开"}
# Whoever never arrived does not leave: the step and what stands afterwards.
NOT_COMING: Final = "不来了"
NEVER_CAME: Final = "没有来"
STANDINGS: Final[dict[str, str]] = {
    "asked": "已叫，没出发",
    "way": "在路上",
    "there": "在现场",
    "left": "已离开",
}
