"""The facts of a paper as words that fill the places of its text. Pure."""

from collections.abc import Callable
from typing import Any, Final

from backend.foundation.letters.wording.citing import cited, stated
from backend.foundation.letters.wording.contents import (
    AcceptanceNotice,
    CampaignReport,
    Contact,
    Content,
    ExtensionNotice,
    HandoffLetter,
    HandOverRecord,
    HazardReport,
    IncidentReport,
    MaterialList,
    ParticipationNotice,
    ReceiptSlip,
    ReturnNotice,
)
from backend.foundation.letters.wording.correspondents import Correspondents
from backend.foundation.letters.wording.phrases import day, minute, plain
from backend.foundation.mechanism import Profile
from backend.foundation.mechanism.words import UNIT_WORDS

UNKNOWN_PARTY: Final = "当事人（身份待查）"
LOCAL_BASIS: Final = "本地工作约定"
DRILL: Final = "本报告为演练报告，所述不是真实事件。"
Facts = dict[str, str]


def facts_of(content: Content, given: Correspondents) -> Facts:
    """Every place of its kind, by name; what there is nothing to say of is empty."""
    return _everywhere(content, given) | _OWN[type(content)](content, given)


def _everywhere(content: Content, given: Correspondents) -> Facts:
    return {
        "发文机关": given.issuer.name,
        "主送机关": given.addressee.name,
        "我方": given.issuer.we,
        "对方": given.addressee.you,
        "对方称谓": given.addressee_called,
        "执法队伍": given.team,
        "案由": plain(content.matter),
    }


def _handoff(content: HandoffLetter, given: Correspondents) -> Facts:
    rule = "handoff.transfer.urgent" if content.urgent else "handoff.transfer"
    return (
        _case(content)
        | _contact(content.contact, given)
        | {
            "违反规定": plain(content.basis),
            "告知情况": plain(content.told),
            "事先同意": plain(content.consent),
            "授权规定": plain(content.delegation),
            "移送依据": cited(given.profile, stated(given.profile, rule), quoted=True),
            "受理要求": _answer_within(given.profile),
        }
    )


def _accepted(content: AcceptanceNotice, given: Correspondents) -> Facts:
    return _answered(content, given) | {
        "受理时间": day(content.accepted_at),
        "承办人": plain(content.handler),
        "说明": plain(content.note),
    }


def _returned(content: ReturnNotice, given: Correspondents) -> Facts:
    return _answered(content, given) | {
        "退回理由": plain(content.reason),
        "退回依据": plain(content.basis),
        "建议管辖": plain(content.competent),
        "争议办法": _dispute(given.profile),
    }


def _extended(content: ExtensionNotice, given: Correspondents) -> Facts:
    profile = given.profile
    return _contact(content.contact, given) | {
        "发现时间": minute(content.discovered_at),
        "移送依据": cited(profile, stated(profile, "handoff.transfer"), quoted=True),
        "延长依据": cited(profile, stated(profile, "handoff.transfer.extended"), quoted=True),
        "延长理由": plain(content.ground),
        "延长至": day(content.until),
    }


def _receipt(content: ReceiptSlip, given: Correspondents) -> Facts:
    return {"来函文号": given.accompanied or "文号见函", "材料数": str(content.materials)}


def _hand_over(content: HandOverRecord, given: Correspondents) -> Facts:
    duty = given.profile.duty("stationed.record") if given.profile else None
    return _case(content) | {"交接依据": cited(given.profile, duty, quoted=True)}


def _hazard(content: HazardReport, given: Correspondents) -> Facts:
    duty = given.profile.duty("hazard.refusal") if given.profile else None
    own = given.profile is not None and duty is not None and duty.stated
    return _contact(content.contact, given) | {
        "发现时间": minute(content.found_at),
        "地点": f"在{plain(content.place)}" if content.place.strip() else "",
        "危及对象": plain(content.endangers),
        "事实": plain(content.facts),
        "主管单位": content.department,
        "通报时间": minute(content.told_at),
        "通报方式": "、".join(content.told_by),
        "答复情况": _refusal(content),
        "补充": plain(content.note),
        "报告依据": cited(given.profile, duty, quoted=True) if own else LOCAL_BASIS,
    }


def _incident(content: IncidentReport, given: Correspondents) -> Facts:
    duty = given.profile.duty("incident.report") if given.profile else None
    stated_here = duty is not None and duty.stated
    first = f"{given.issuer.we}已于{minute(content.first_at)}首报" if content.first_at else ""
    return _contact(content.contact, given) | {
        "报次": f"{content.stage}（演练）" if content.exercise else content.stage,
        "演练": DRILL if content.exercise else "",
        "发生时间": minute(content.happened_at),
        "地点": f"在{plain(content.place)}" if content.place.strip() else "",
        "首报情况": first,
        "事实": plain(content.facts),
        "伤亡情况": plain(content.casualties),
        "接警编号": content.alarm.strip(),
        "处置措施": plain(content.measures),
        "现场释明": plain(content.explained),
        "下一步": plain(content.coming),
        "报告依据": cited(given.profile, duty, quoted=True) if stated_here else LOCAL_BASIS,
    }


def _campaign(content: CampaignReport, given: Correspondents) -> Facts:
    first, last = day(content.first_day), day(content.last_day)
    series = given.profile.series("campaign.regular") if given.profile else ()
    duty = series[0] if series and series[0].stated else None
    cross = given.profile.duty("campaign.cross_area") if given.profile else None
    return _contact(content.contact, given) | {
        "领域": content.field,
        "时间": first if first == last else f"{first}至{last}",
        "地点": f"在{plain(content.place)}" if content.place.strip() else "",
        "缘由": plain(content.cause),
        "参加单位": "、".join(content.units),
        "成果": plain(content.results),
        "开展情况": plain(content.summary),
        "存在问题": plain(content.problems),
        "下一步": plain(content.coming),
        "报告依据": cited(given.profile, duty or cross, quoted=True) if duty or cross else LOCAL_BASIS,
    }


def _notice(content: ParticipationNotice, given: Correspondents) -> Facts:
    duty = given.profile.duty("request.notice") if given.profile else None
    own = duty is not None and duty.stated
    when = f"定于{minute(content.starts_at)}" if content.starts_at else "拟于近期"
    where = f"在{plain(content.place)}" if content.place.strip() else ""
    called = f"（{plain(content.called)}接）" if content.called.strip() else ""
    return _contact(content.contact, given) | {
        "安排": f"{when}{where}",
        "事项": plain(content.facts),
        "人数": f"{content.head_count}" if content.head_count else "",
        "电话": f"{minute(content.called_at)}已电话通知{given.addressee.you}{called}"
        if content.called_at
        else "",
        "答复时间": minute(content.answer_by),
        "通知依据": cited(given.profile, duty, quoted=True) if own else LOCAL_BASIS,
    }


def _refusal(content: HazardReport) -> str:
    """What became of it, as far as anybody said."""
    if content.refused_at is None:
        return "至今没有答复"
    words = f"，对方答复：“{plain(content.refused_words)}”" if content.refused_words.strip() else ""
    return f"{minute(content.refused_at)}，该单位表示不派员处理，未说明理由{words}"


def _list(_content: MaterialList, _given: Correspondents) -> Facts:
    return {}


def _case(content: HandoffLetter | HandOverRecord) -> Facts:
    return {
        "发现时间": minute(content.discovered_at),
        "地点": f"在{plain(content.place)}" if content.place.strip() else "",
        "当事人": plain(content.party) or UNKNOWN_PARTY,
        "事实": plain(content.facts),
        "制止情况": plain(content.stopped),
    }


def _contact(contact: Contact, given: Correspondents) -> Facts:
    return {"联系人": plain(contact.name), "联系电话": contact.phone.strip() or given.issuer.phone}


def _answered(content: AcceptanceNotice | ReturnNotice, given: Correspondents) -> Facts:
    profile = given.profile
    rule = stated(profile, "handoff.acceptance") or stated(profile, "handoff.transfer")
    return _contact(content.contact, given) | {
        "来函文号": plain(content.letter),
        "收到时间": day(content.received_at),
        "受理依据": cited(profile, rule),
    }


def _answer_within(profile: Profile | None) -> str:
    """The limit within which the addressee has to answer, where the place has one."""
    limit = stated(profile, "handoff.acceptance")
    if limit is None or limit.unit is None:
        return ""
    within = f"{limit.amount}{UNIT_WORDS[limit.unit]}" if limit.amount else UNIT_WORDS[limit.unit]
    return f"请在收到之日起{within}内书面告知受理情况。"


def _dispute(profile: Profile | None) -> str:
    """What either side can do where both think the other is competent."""
    ladder = profile.dispute_ladder() if profile else None
    if ladder is None or not ladder.steps:
        return ""
    return f"对管辖有不同意见的，请与我方协商；协商不成的，{ladder.steps[0].words}。"


_OWN: Final[dict[type, Callable[[Any, Correspondents], Facts]]] = {
    HandoffLetter: _handoff,
    MaterialList: _list,
    ReceiptSlip: _receipt,
    AcceptanceNotice: _accepted,
    ReturnNotice: _returned,
    ExtensionNotice: _extended,
    HandOverRecord: _hand_over,
    HazardReport: _hazard,
    IncidentReport: _incident,
    CampaignReport: _campaign,
    ParticipationNotice: _notice,
}
