"""The kinds of official paper. Pure."""

from dataclasses import dataclass
from typing import Final, Literal

KindName = Literal[
    "handoff_letter",
    "material_list",
    "receipt_slip",
    "acceptance_notice",
    "return_notice",
    "extension_notice",
    "hand_over_record",
    "hazard_report",
    "incident_report",
    "campaign_report",
    "participation_notice",
]


@dataclass(frozen=True, slots=True)
class Kind:
    """`suffix` is what it adds to the 机关代字 of its body; empty for papers that carry the number of another. `under_seal`:
    its body seals it; else both sides sign it."""

    name: KindName
    words: str
    suffix: str
    under_seal: bool = True

    @property
    def numbered(self) -> bool:
        return bool(self.suffix)

    @property
    def mark(self) -> str:
        """What its copy that counts bears: 盖章, or 签名 of both sides."""
        return "盖章" if self.under_seal else "签名"


KINDS: Final[dict[str, Kind]] = {
    kind.name: kind
    for kind in (
        Kind("handoff_letter", "涉嫌违法案件移送函", "执移"),
        Kind("material_list", "移送案件材料清单", ""),
        Kind("receipt_slip", "移送案件回执", ""),
        Kind("acceptance_notice", "移送案件受理情况告知函", "执受"),
        Kind("return_notice", "不予受理（退回）告知函", "执退"),
        Kind("extension_notice", "延长移送期限告知函", "执延"),
        Kind("hand_over_record", "案件交接记录", "执交", under_seal=False),
        Kind("hazard_report", "重大隐患报告", "执报"),
        Kind("incident_report", "突发事件信息报告", "执信"),
        Kind("campaign_report", "联合整治总结报告", "执整"),
        Kind("participation_notice", "参加执法的书面通知", "执通"),
    )
}
