"""The words of 请休假 and 抽调. Pure."""

from typing import Final, Literal

Kind = Literal[
    "annual", "personal", "sick", "compensatory", "training", "business", "marriage", "maternity", "bereavement", "other"
]  # fmt: skip
Part = Literal["morning", "afternoon"]
State = Literal["waiting", "refused", "withdrawn", "coming", "running", "over"]

KINDS: Final[dict[str, str]] = {
    "annual": "年休假",
    "personal": "事假",
    "sick": "病假",
    "compensatory": "调休",
    "training": "外出学习",
    "business": "公出",
    "marriage": "婚假",
    "maternity": "产假、陪产假",
    "bereavement": "丧假",
    "other": "其他",
}
PARTS: Final[dict[str, str]] = {"": "整天", "morning": "上午", "afternoon": "下午"}
LEAVE_STATES: Final[dict[str, str]] = {
    "waiting": "等批准",
    "refused": "没有批准",
    "withdrawn": "已撤回",
    "coming": "已批准",
    "running": "休假中",
    "over": "已结束",
}
BORROWING_STATES: Final[dict[str, str]] = {
    "waiting": "等批准",
    "refused": "没有同意",
    "withdrawn": "已撤回",
    "coming": "已同意",
    "running": "抽调中",
    "over": "已返回",
}
# Whoever is ill is not there, whether somebody has approved it yet or not.
AT_ONCE: Final = frozenset({"sick"})
STANDING: Final = frozenset({"waiting", "coming", "running"})
