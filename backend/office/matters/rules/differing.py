"""What one version says otherwise than another, in words. Pure."""

from dataclasses import dataclass
from typing import Any

from backend.office.matters.rules.lines import write_basis, write_tiers
from backend.office.matters.rules.matter import STANDINGS, Content

WORDS = {
    "name": "名称", "field": "领域", "standing": "状态", "basis": "法律依据", "supervising": "监管单位",
    "punishing": "处罚主体", "source_duty": "源头监管", "follow_up_duty": "后续监管", "end_duty": "末端执法",
    "standard": "认定标准", "tiers": "裁量基准", "prosecution": "追诉标准",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Difference:
    """One field: its name in words, what it said, what it says."""

    words: str
    before: str
    after: str


def differences(before: Content | None, after: Content) -> list[Difference]:
    """Field by field; everything that is said where there is nothing before it. A body that is now known to the
    directory, or no longer, is told so."""
    said = [
        (words, _said(name, before) if before else "", _said(name, after)) for name, words in WORDS.items()
    ]
    return [Difference(*each) for each in said if each[1] != each[2]]


def _said(name: str, content: Content) -> str:
    value: Any = getattr(content, name)
    match name:
        case "standing":
            return STANDINGS[value]
        case "basis":
            return write_basis(value)
        case "tiers":
            return write_tiers(value)
        case "supervising" | "punishing":
            return value.name if value.unit else f"{value.name}（不在单位名录）"
        case _:
            return str(value)
