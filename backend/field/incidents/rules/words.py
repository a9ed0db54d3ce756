"""The words of incidents. Pure."""

from typing import Final, Literal

Kind = Literal["first", "written", "followup", "final"]
LaterKind = Literal["written", "followup", "final"]
Channel = Literal["phone", "in_person", "radio", "message", "paper"]

KINDS: Final[dict[str, str]] = {
    "first": "首报",
    "written": "书面报告",
    "followup": "续报",
    "final": "终报",
}
CHANNELS: Final[dict[str, str]] = {
    "phone": "电话",
    "in_person": "当面",
    "radio": "对讲机",
    "message": "短信、微信",
    "paper": "纸质、传真",
}
STATES: Final[dict[str, str]] = {
    "reported": "已首报",
    "written": "已书面报告",
    "final": "已终报",
    "withdrawn": "已撤回",
}


def stage_words(kind: str, which: int) -> str:
    """首报, 续报（第2次）. `which`: the how-manieth follow-up."""
    return f"{KINDS[kind]}（第{which}次）" if kind == "followup" else KINDS[kind]


def casualty_words(injured: int | None, dead: int | None) -> str:
    """受伤2人，死亡1人; what nobody knows yet is said so."""
    if injured is None and dead is None:
        return "人员伤亡情况正在核实"
    if not injured and not dead:
        return "没有人员伤亡"
    return "，".join(f"{word}{count}人" for word, count in (("受伤", injured), ("死亡", dead)) if count)
