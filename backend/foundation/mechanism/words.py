"""The closed vocabularies of a profile, and how the pages say them."""

from typing import Final, Literal

from backend.foundation.workdays.terms import Period, Unit

Basis = Literal["text", "local", "per_case", "none"]
Strength = Literal["应", "原则上", "一般应", "可"]
Debtor = Literal[
    "sender",
    "addressee",
    "department",
    "team",
    "legal_reviewer",
    "head",
    "agency",
    "police",
    "supervised",
    "convener",
]
Convener = Literal["team", "department", "unnamed"]
BarredKind = Literal["internal", "affiliated", "dispatched"]
Delegation = Literal["law", "regulation", "rule"]
StopAct = Literal["persuade", "order"]
MaterialKind = Literal["letter", "source", "evidence"]
Approver = Literal["main_leader", "township_head"]
Channel = Literal["phone", "letter", "visit", "petition", "hotline_12345", "network", "superior"]
FirstAsked = Literal["always", "transition"]
Replier = Literal["final_handler", "township", "receiver"]
Arbiter = Literal["county_government", "justice_department", "common_superior"]
Act = Literal["coordinate", "propose", "decide", "designate"]
Direction = Literal["both", "to_township", "to_department"]

PERIODS: Final[dict[Period, str]] = {
    "month": "每月",
    "quarter": "每季度",
    "half_year": "每半年",
    "year": "每年",
}
UNIT_WORDS: Final[dict[Unit, str]] = {
    "working_day": "个工作日",
    "calendar_day": "日",
    "hour": "小时",
    "minute": "分钟",
    "same_day": "当日",
}
BARRED_KINDS: Final[dict[BarredKind, str]] = {
    "internal": "内设机构",
    "affiliated": "直属机构",
    "dispatched": "派出机构",
}
DELEGATIONS: Final[dict[Delegation, str]] = {"law": "法律", "regulation": "法规", "rule": "规章"}
MATERIALS: Final[dict[MaterialKind, str]] = {
    "letter": "涉嫌违法案件移送函",
    "source": "案源材料",
    "evidence": "证据材料",
}
CHANNELS: Final[dict[Channel, str]] = {
    "phone": "来电",
    "letter": "来信",
    "visit": "来访",
    "petition": "信访",
    "hotline_12345": "12345热线",
    "network": "网络",
    "superior": "上级交办",
}
