"""What a version of a matter must say. Pure."""

import re
from collections.abc import Collection, Iterator
from uuid import UUID

from backend.office.matters.rules.faults import Fault
from backend.office.matters.rules.matter import Basis, Content, Tier

CODE = re.compile(r"[^\W_][\w./·-]*")
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
LONGEST = {
    "name": 160, "field": 40, "supervising": 120, "punishing": 120, "source_duty": 500, "follow_up_duty": 500,
    "end_duty": 500, "standard": 2000, "prosecution": 1000,
}  # fmt: skip
LONGEST_CODE, LONGEST_LAW, LONGEST_ARTICLE, LONGEST_STEP = 40, 120, 60, 300
MOST_LAWS, MOST_TIERS = 20, 20
LONGEST_SAYING, MOST_SAYINGS = 40, 60


def content_faults(code: str, content: Content, own: Collection[UUID]) -> list[Fault]:
    """Everything wrong with what a version says; `own` are the township's bodies that act in their own name."""
    return [
        *_coded(code),
        *_texts(content),
        *_laws(content.basis),
        *_steps(content.tiers),
        *_bodies(content, own),
    ]


def saying_faults(sayings: tuple[str, ...]) -> list[Fault]:
    long = [saying for saying in sayings if len(saying) > LONGEST_SAYING]
    if long:
        return [_wrong("sayings", f"“{long[0][:12]}…”太长，一条最多{LONGEST_SAYING}个字")]
    return [_wrong("sayings", f"最多{MOST_SAYINGS}条")] if len(sayings) > MOST_SAYINGS else []


def _coded(code: str) -> Iterator[Fault]:
    if not code:
        yield _wrong("code", "写上事项编码")
    elif len(code) > LONGEST_CODE:
        yield _wrong("code", f"最多{LONGEST_CODE}个字符")
    elif not CODE.fullmatch(code):
        yield _wrong("code", "只用文字、数字和 - . / ，中间没有空格")


def _texts(content: Content) -> Iterator[Fault]:
    said = {
        "name": content.name, "field": content.field,
        "supervising": content.supervising.name, "punishing": content.punishing.name,
        "source_duty": content.source_duty, "follow_up_duty": content.follow_up_duty, "end_duty": content.end_duty,
        "standard": content.standard, "prosecution": content.prosecution,
    }  # fmt: skip
    needed = {
        "name": "写上事项名称", "field": "写上领域", "supervising": "写上行业监管单位", "punishing": "写上处罚实施主体",
    }  # fmt: skip
    for field, text in said.items():
        if not text and field in needed:
            yield _wrong(field, needed[field])
        elif len(text) > LONGEST[field]:
            yield _wrong(field, f"最多{LONGEST[field]}个字，现在{len(text)}个")
        elif CONTROL.search(text):
            yield _wrong(field, "有不能用的字符")


def _laws(basis: tuple[Basis, ...]) -> Iterator[Fault]:
    if not basis:
        yield Fault(
            "basis", "matter_basis_needed", "写上法律依据，一行一部，例如：《中华人民共和国水法》第六十五条"
        )
    elif len(basis) > MOST_LAWS:
        yield _wrong("basis", f"最多{MOST_LAWS}部")
    for law in basis:
        if len(law.law) > LONGEST_LAW or len(law.article) > LONGEST_ARTICLE:
            yield _wrong(
                "basis", f"《{law.law[:12]}…》太长：名称最多{LONGEST_LAW}个字，条款最多{LONGEST_ARTICLE}个字"
            )
            return


def _steps(tiers: tuple[Tier, ...]) -> Iterator[Fault]:
    if len(tiers) > MOST_TIERS:
        yield _wrong("tiers", f"最多{MOST_TIERS}档")
    for tier in tiers:
        if max(len(tier.name), len(tier.when), len(tier.penalty)) > LONGEST_STEP:
            yield _wrong("tiers", f"“{tier.name[:12]}”一档太长，每格最多{LONGEST_STEP}个字")
            return


def _bodies(content: Content, own: Collection[UUID]) -> Iterator[Fault]:
    punished_here = content.punishing.unit in own
    if content.standing == "granted" and not punished_here:
        yield Fault(
            "punishing", "matter_punisher", "赋权乡镇的事项，处罚实施主体是本乡镇以自己名义执法的单位"
        )
    if content.standing in ("kept", "taken_back") and punished_here:
        yield Fault("punishing", "matter_punisher", "部门实施或已收回的事项，处罚实施主体不能是本乡镇")


def _wrong(field: str, words: str) -> Fault:
    return Fault(field, "invalid", words)
