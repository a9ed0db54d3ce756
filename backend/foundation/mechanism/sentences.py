"""Provisions as Chinese sentences, without the closing 。"""

from backend.foundation.mechanism.limits import Cadence, Limit
from backend.foundation.mechanism.provisions import (
    Approval,
    ComplaintRule,
    Ladder,
    MaterialRule,
    Reply,
    SenderRule,
    Share,
    StationedRule,
    StopRule,
)
from backend.foundation.mechanism.wording import Wording
from backend.foundation.mechanism.words import (
    BARRED_KINDS,
    CHANNELS,
    DELEGATIONS,
    MATERIALS,
    PERIODS,
)
from backend.foundation.workdays import amount_words


def limit_sentence(limit: Limit) -> str:
    """发现属于对方管辖之日起3个工作日内移送给有管辖权的一方."""
    if limit.basis == "per_case" and limit.unit is None:
        return f"{limit.start}后，在逐案确定的期限内{limit.finish}"
    if limit.unit is None:
        return "文本未设延长" if limit.rule.endswith(".extended") else "文本未规定期限"
    if limit.unit == "same_day":
        return f"{limit.start}当日{limit.finish}"
    since = "起" if limit.term.span is not None else "之日起"
    total = "（含延长）" if limit.rule.endswith(".extended") else ""
    return f"{limit.start}{since}{amount_words(limit.term)}内{limit.finish}{total}"


def condition_sentence(limit: Limit) -> str:
    """On what an extension depends; "" where on nothing."""
    grounds = f"事由：{'、'.join(limit.grounds)}" if limit.grounds else ""
    notice = "须事先告知" if limit.notice_beforehand else ""
    return "；".join(part for part in (grounds, notice) if part)


def cadence_sentence(cadence: Cadence) -> str:
    """每季度至少1次."""
    if cadence.per is None:
        return "定期，周期逐项确定" if cadence.basis == "per_case" else "文本未规定周期"
    each = "，每个部门分别计算" if cadence.each_department else ""
    return f"{PERIODS[cadence.per]}至少1次{each}"


def sender_sentence(rule: SenderRule) -> str:
    """Who may not send, and what may allow it all the same."""
    barred = "、".join(BARRED_KINDS[kind] for kind in rule.barred)
    sources = "、".join(DELEGATIONS[source] for source in rule.delegated_by)
    return f"以有行政执法主体资格的机关名义移送；{barred}不得以自己的名义移送，{sources}明确规定的除外"


def stop_sentence(rule: StopRule) -> str:
    """What is done at once about a violation that goes on."""
    verb = "劝阻当事人停止违法行为" if rule.act == "persuade" else "责令当事人停止违法行为"
    return f"立即{verb}" + ("，或者采取相关措施及时制止" if rule.measures else "")


def material_sentence(rule: MaterialRule) -> str:
    """What goes with the case."""
    return "随案移送：" + "、".join(MATERIALS[kind] for kind in rule.kinds)


def approval_sentence(rule: Approval) -> str:
    """Who approves."""
    return f"移送前由{rule.words}批准" + ("，双方相同" if rule.both_sides else "")


def stationed_sentence(rule: StationedRule) -> str:
    """Within which bounds the captain sets the limit of a case handed to a stationed office."""
    return f"交派驻机构的案件，反馈期限由执法队队长逐案确定，{bounds_words(rule)}"


def bounds_words(rule: StationedRule) -> str:
    """1至30个工作日."""
    return f"{rule.least}至{rule.most}个工作日"


def ladder_sentence(ladder: Ladder) -> str:
    """How a dispute climbs."""
    if not ladder.steps:
        return "文本未规定争议协调程序"
    first = "先对违法行为协同处置，再协商；" if ladder.first_joint else "先协商；"
    return f"{first}协商不成的，" + "；".join(step.words for step in ladder.steps)


def complaint_sentence(rule: ComplaintRule) -> str:
    """When first-asked responsibility holds and through which channels."""
    parts = ["首问负责" if rule.first_asked == "always" else "过渡期内首问负责"]
    if rule.channels:
        parts.append("渠道：" + "、".join(CHANNELS[channel] for channel in rule.channels))
    if rule.local_channels:
        parts.append("本地补充渠道：" + "、".join(CHANNELS[channel] for channel in rule.local_channels))
    if rule.management_problems_too:
        parts.append("主要涉及管理问题的也移送")
    return "；".join(parts)


def reply_sentence(reply: Reply, wording: Wording) -> str:
    """Who answers the complainant, and who hears of it."""
    who = {
        "final_handler": "最终办结单位",
        "township": wording.township,
        "receiver": f"接到{wording.complaint}的单位",
    }
    feedback = f"，并向告知的{wording.department}反馈" if reply.feedback_to_department else ""
    return f"由{who[reply.by]}答复{feedback}"


def share_sentence(share: Share, wording: Wording) -> str:
    """Which way the information goes."""
    if share.direction == "both":
        return "互相共享"
    if share.direction == "to_township":
        return f"由{wording.department}提供给{wording.township}"
    return f"由{wording.township}提供给{wording.department}"
