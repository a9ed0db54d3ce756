"""Every rule a profile may speak about. A profile answers each limit, even if only with `basis = "none"`."""

from typing import Final, NamedTuple

from backend.foundation.mechanism.words import Debtor


class LimitRule(NamedTuple):
    """A limit as all places know it; a profile may put its own words for `start`, `finish`, `owed_by`."""

    capability: str
    name: str
    start: str
    finish: str
    owed_by: Debtor


class DutyRule(NamedTuple):
    """A recurring duty, or a demand without a figure."""

    capability: str
    name: str


_FOUND: Final = "发现属于对方管辖"
_HANDED: Final = "移送给有管辖权的一方"

LIMITS: Final[dict[str, LimitRule]] = {
    "handoff.transfer": LimitRule("M05", "案件移送", _FOUND, _HANDED, "sender"),
    "handoff.transfer.extended": LimitRule("M05", "案件移送（延长）", _FOUND, _HANDED, "sender"),
    "handoff.transfer.urgent": LimitRule("M05", "案件移送（紧急）", _FOUND, _HANDED, "sender"),
    "handoff.acceptance": LimitRule(
        "M05", "受理情况告知", "案件送达受移送方", "书面告知受理情况或者退回", "addressee"
    ),
    "handoff.result": LimitRule("M06", "处理结果反馈", "受理", "反馈处理结果", "addressee"),
    "opinion.reply": LimitRule("M08", "书面意见", "收到协助请求", "提出书面意见", "department"),
    "opinion.reply.extended": LimitRule(
        "M08", "书面意见（延长）", "收到协助请求", "提出书面意见", "department"
    ),
    "information.share": LimitRule("M15", "信息共享", "信息形成", "共享", "department"),
    "information.share.extended": LimitRule("M15", "信息共享（延长）", "信息形成", "共享", "department"),
    "crime.legal_review": LimitRule(
        "M10", "移送前法制审核", "收到提请移送的书面报告", "提出审核意见", "legal_reviewer"
    ),
    "crime.approval": LimitRule("M10", "移送审批", "负责人接到报告", "作出是否批准移送的决定", "head"),
    "crime.transfer": LimitRule("M10", "移送公安机关", "决定移送", "向公安机关移送", "agency"),
    "crime.police_receipt": LimitRule(
        "M10", "公安机关签收", "送达公安机关", "签收，不属管辖的转送并书面告知", "police"
    ),
    "crime.opening_decision": LimitRule(
        "M10", "公安机关立案决定", "受理", "作出立案或者不予立案的决定", "police"
    ),
    "crime.reconsideration.request": LimitRule(
        "M10", "申请复议", "接到不予立案通知书", "向作出决定的公安机关申请复议", "agency"
    ),
    "crime.reconsideration.decision": LimitRule("M10", "复议决定", "收到复议申请", "作出复议决定", "police"),
    "crime.opening_supervision.proposal": LimitRule(
        "M10", "建议立案监督", "收到复议决定通知书", "建议人民检察院进行立案监督", "agency"
    ),
    "crime.goods": LimitRule("M10", "涉案物品移交", "接到立案通知书", "移交涉案物品和有关材料", "agency"),
    "supervision.rectify": LimitRule(
        "M16", "监督整改", "收到监督通知书", "依法处理并报告处理情况", "supervised"
    ),
    "incident.written": LimitRule("M22", "突发事件书面报告", "首报", "书面报告", "agency"),
    "incident.followup": LimitRule("M22", "突发事件续报", "上一次报告", "续报", "agency"),
    "incident.final": LimitRule("M22", "突发事件终报", "现场处置结束", "终报", "agency"),
}

CADENCES: Final[dict[str, DutyRule]] = {
    "meeting.regular": DutyRule("M12", "例行会议"),
    "campaign.regular": DutyRule("M13", "联合整治行动"),
    "joint_check.regular": DutyRule("M13", "联合检查"),
    "progress.regular": DutyRule("M05", "案件进展沟通"),
    "stand_by.regular": DutyRule("M14", "联合值守"),
    "training.regular": DutyRule("M21", "学习培训"),
    "case_review.regular": DutyRule("M16", "案卷评查"),
    "summary.regular": DutyRule("M27", "工作总结"),
}

ANSWERED_CADENCES: Final = ("meeting.regular", "campaign.regular")  # every profile must answer these

DUTIES: Final[dict[str, DutyRule]] = {
    "matter.boundary": DutyRule("M01", "厘清监管与执法的界限"),
    "matter.adjustment": DutyRule("M01", "清单动态调整"),
    "organisation.liaison": DutyRule("M02", "确定联络人"),
    "patrol.joint": DutyRule("M03", "组织联合巡查"),
    "patrol.conduct": DutyRule("M03", "着装与形象"),
    "patrol.filing": DutyRule("M03", "处置并备案"),
    "patrol.ledger": DutyRule("M03", "巡查台账"),
    "patrol.beforehand": DutyRule("M03", "街天、节庆提前检查"),
    "assist.dispatch": DutyRule("M04", "及时出警"),
    "assist.protection": DutyRule("M04", "保护执法人员"),
    "assist.evidence": DutyRule("M04", "控制现场、固定证据"),
    "assist.investigation": DutyRule("M04", "查处妨碍执法的行为"),
    "handoff.notice": DutyRule("M05", "告知有管辖权的一方"),
    "handoff.facts": DutyRule("M05", "基本违法事实的书面材料"),
    "handoff.contacts": DutyRule("M05", "移送联系人"),
    "handoff.consent": DutyRule("M05", "重大疑难案件事先征得同意"),
    "stationed.record": DutyRule("M06", "交接记录"),
    "stationed.result": DutyRule("M06", "处理结果反馈"),
    "complaint.no_violation": DutyRule("M07", "未发现违法行为的直接答复"),
    "complaint.transfer": DutyRule("M07", "无管辖权的移交"),
    "complaint.redirect": DutyRule("M07", "告知向有权机关提出"),
    "complaint.pass_on": DutyRule("M07", "部门登记、告知、移交"),
    "complaint.guidance": DutyRule("M07", "部门指导"),
    "opinion.request": DutyRule("M08", "书面函告"),
    "opinion.on_site": DutyRule("M08", "紧急情况派员现场处置"),
    "opinion.evidence": DutyRule("M08", "书面意见作为证据"),
    "opinion.files": DutyRule("M08", "查阅、复制资料"),
    "opinion.help": DutyRule("M08", "依法协助"),
    "hazard.notice": DutyRule("M09", "立即通知"),
    "hazard.people": DutyRule("M09", "接到通知立即派人"),
    "hazard.meeting": DutyRule("M09", "专题会议"),
    "hazard.measures": DutyRule("M09", "分析研究并采取措施"),
    "hazard.refusal": DutyRule("M09", "拒不处理的报告政府"),
    "crime.linkage": DutyRule("M10", "信息共享、案情通报、案件移送"),
    "crime.transfer_duty": DutyRule("M10", "涉嫌犯罪案件移送"),
    "crime.no_substitution": DutyRule("M10", "不得以罚代刑"),
    "crime.at_once": DutyRule("M10", "明显达到追诉标准的立即移送"),
    "crime.copy": DutyRule("M10", "抄送检察院备案"),
    "crime.reasons": DutyRule("M10", "不予移送的理由"),
    "crime.materials": DutyRule("M10", "移送材料"),
    "crime.goods_list": DutyRule("M10", "涉案物品清单"),
    "crime.after_refusal": DutyRule("M10", "不予立案后的处理"),
    "crime.offset": DutyRule("M10", "罚款折抵罚金"),
    "crime.consultation": DutyRule("M10", "咨询公安、检察机关"),
    "crime.early_step_in": DutyRule("M10", "商请公安机关提前介入"),
    "crime.queries": DutyRule("M10", "查询、调阅与建议移送"),
    "meeting.ad_hoc": DutyRule("M12", "即时召开"),
    "meeting.special": DutyRule("M12", "重大案件线索专题会议"),
    "meeting.minutes": DutyRule("M12", "会议纪要"),
    "campaign.cross_area": DutyRule("M13", "跨区域、重大执法行动"),
    "stand_by.places": DutyRule("M14", "重要区域联合值守"),
    "stand_by.on_post": DutyRule("M14", "在岗在位"),
    "information.mutual": DutyRule("M15", "互相通报、共享"),
    "supervision.organ": DutyRule("M16", "监督机关"),
    "supervision.two": DutyRule("M16", "两名以上监督人员"),
    "supervision.notice": DutyRule("M16", "监督通知书"),
    "supervision.decision": DutyRule("M16", "监督决定书"),
    "supervision.certificates": DutyRule("M16", "暂扣执法证件"),
    "command.convener": DutyRule("M17", "召集人与成员"),
    "command.tasks": DutyRule("M17", "任务分派"),
    "command.emergency": DutyRule("M17", "应急处置"),
    "analysis.data": DutyRule("M18", "执法数据分析"),
    "performance.review": DutyRule("M18", "工作绩效评估"),
    "performance.no_fines": DutyRule("M18", "考核不与罚没挂钩"),
    "assessment.stationed": DutyRule("M19", "考核派驻机构"),
    "assessment.proposal": DutyRule("M19", "任免调整奖惩建议"),
    "assessment.accountability": DutyRule("M19", "责任追究"),
    "personnel.attached": DutyRule("M20", "纳入统一指挥"),
    "personnel.borrowing": DutyRule("M20", "不得随意、长期抽调"),
    "training.exchange": DutyRule("M21", "业务交流"),
    "training.review": DutyRule("M21", "总结经验教训"),
    "training.guidance": DutyRule("M21", "部门培训与指导"),
    "incident.report": DutyRule("M22", "第一时间上报"),
    "incident.explanation": DutyRule("M22", "现场宣传解释"),
    "legacy.closed": DutyRule("M23", "划转前已结案件"),
    "legacy.open": DutyRule("M23", "划转前未结案件"),
    "legacy.transfer": DutyRule("M23", "历史遗留问题移送"),
    "case.opening": DutyRule("M24", "立案调查处理"),
    "case.copy": DutyRule("M24", "处罚决定抄告备案"),
    "case.enforcement": DutyRule("M24", "强制执行"),
    "case.first_violation": DutyRule("M24", "首违不罚"),
    "power.two_officers": DutyRule("M25", "两名以上执法人员"),
    "record.process": DutyRule("M25", "执法全过程记录"),
    "record.publication": DutyRule("M25", "执法公示"),
    "record.devices": DutyRule("M25", "执法记录仪等手段"),
    "request.notice": DutyRule("M26", "书面通知，紧急可先电话"),
    "request.police": DutyRule("M26", "警力保障"),
    "request.guidance": DutyRule("M26", "业务指导"),
    "request.coordination": DutyRule("M26", "协调权"),
    "summary.publicity": DutyRule("M27", "总结与宣传"),
}
