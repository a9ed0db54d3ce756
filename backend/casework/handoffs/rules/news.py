"""Which steps of a case are news to whom. Pure."""

from dataclasses import dataclass
from typing import Final, Literal

Whom = Literal["approvers", "handlers", "addressee", "others"]


@dataclass(frozen=True, slots=True)
class News:
    """`handlers` prepared and submitted it, `addressee` is whoever answers for the body it went to, `others` the side
    that did not take the step."""

    whom: Whom
    title: str


NEWS: Final[dict[str, News]] = {
    "submission": News("approvers", "有一件移送等你审批"),
    "approval": News("handlers", "移送已批准，可以发出"),
    "revision": News("handlers", "移送退回修改"),
    "refusal": News("handlers", "移送不予批准"),
    "dispatch": News("addressee", "收到一件移送，等你签收"),
    "acceptance": News("handlers", "对方已受理移送"),
    "return": News("handlers", "对方不予受理，退回移送"),
    "result": News("handlers", "对方反馈了处理结果"),
    "settlement": News("others", "争议有了处理结果"),
    "extension": News("addressee", "对方延长了移送期限"),
    "progress": News("others", "对方写了进展"),
    "late_material": News("addressee", "对方补来了移送的材料"),
    "reminder": News("addressee", "对方催办一件移送"),
    "withdrawal": News("addressee", "对方撤回了移送"),
    "closure": News("addressee", "移送已办结"),
}
