"""What can be filled into the text parts of each kind of paper, with an example for the preview. Pure."""

from typing import Final

_EVERYWHERE: Final = {
    "发文机关": "示范镇人民政府",
    "主送机关": "县城市管理局",
    "我方": "我镇",
    "对方": "你局",
    "对方称谓": "县级职能部门",
    "执法队伍": "综合行政执法队",
    "案由": "未经许可从事餐厨垃圾收运",
}
_CONTACT: Final = {"联系人": "沈禾", "联系电话": "0000-0000005"}
_CASE: Final = {
    "发现时间": "2026年11月20日16时40分",
    "地点": "在示范镇振兴街后巷",
    "当事人": "示范县好又来农副产品批发有限责任公司",
    "事实": "驾驶轻型货车收运餐厨垃圾，未能出示许可",
    "制止情况": "执法人员当场劝阻，当事人已停止收运",
}
_ANSWERED: Final = {
    "来函文号": "示政执移〔2026〕7号",
    "收到时间": "2026年11月23日",
    "受理依据": "有关规定",
    **_CONTACT,
}

PLACES: Final[dict[str, dict[str, str]]] = {
    "handoff_letter": _EVERYWHERE
    | _CASE
    | _CONTACT
    | {
        "违反规定": "《城市生活垃圾管理办法》第十七条",
        "告知情况": "同日16时55分已电话告知你局",
        "事先同意": "",
        "授权规定": "",
        "移送依据": "《综合行政执法协调联动机制》第二部分第（四）项",
        "受理要求": "",
    },
    "acceptance_notice": _EVERYWHERE
    | _ANSWERED
    | {"受理时间": "2026年11月24日", "承办人": "环卫科", "说明": ""},
    "return_notice": _EVERYWHERE
    | _ANSWERED
    | {
        "退回理由": "该行为的行政处罚权不在我局",
        "退回依据": "《城市生活垃圾管理办法》第四十五条",
        "建议管辖": "县应急管理局",
        "争议办法": "",
    },
    "extension_notice": _EVERYWHERE
    | _CONTACT
    | {
        "发现时间": "2026年11月20日16时40分",
        "移送依据": "有关规定",
        "延长依据": "有关规定",
        "延长理由": "调查核实等客观原因",
        "延长至": "2026年12月4日",
    },
    "material_list": _EVERYWHERE,
    "receipt_slip": _EVERYWHERE | {"来函文号": "示政执移〔2026〕7号", "材料数": "3"},
    "hand_over_record": _EVERYWHERE | _CASE | {"交接依据": "有关规定"},
    "hazard_report": _EVERYWHERE
    | _CONTACT
    | {
        "主送机关": "县人民政府",
        "案由": "燃气隐患",
        "发现时间": "2026年11月20日16时40分",
        "地点": "在示范镇振兴街后巷",
        "危及对象": "周边居民、顾客人群",
        "事实": "一餐馆后厨存放十二个液化石油气瓶，与明火同室",
        "主管单位": "县应急管理局",
        "通报时间": "2026年11月20日16时42分",
        "通报方式": "联动系统、电话",
        "答复情况": "2026年11月20日17时10分，该单位表示不派员处理，未说明理由",
        "补充": "",
        "报告依据": "有关规定",
    },
    "incident_report": _EVERYWHERE
    | _CONTACT
    | {
        "主送机关": "县人民政府",
        "案由": "围堵阻碍执法事件",
        "报次": "书面报告",
        "演练": "",
        "发生时间": "2026年11月20日16时20分",
        "地点": "在示范镇农贸市场",
        "首报情况": "我镇已于2026年11月20日16时31分首报",
        "事实": "规范占道经营时，约二十人围住执法人员，经民警到场劝离",
        "伤亡情况": "没有人员伤亡",
        "接警编号": "110-0471",
        "处置措施": "民警到场控制现场，疏散围观群众，固定证据",
        "现场释明": "向围观群众说明执法依据和经营者的申辩途径",
        "下一步": "安排人员值守，走访当事人",
        "报告依据": "有关规定",
    },
    "campaign_report": _EVERYWHERE
    | _CONTACT
    | {
        "主送机关": "县人民政府",
        "案由": "冬季占道经营联合整治",
        "领域": "占道经营",
        "时间": "2026年11月18日至2026年11月20日",
        "地点": "在农贸市场、振兴街",
        "缘由": "入冬以来占道经营反弹，早市拥堵",
        "参加单位": "综合行政执法队、派出所、市场监管所",
        "成果": "开展巡查3次，出动21人次，发现问题9个：占道经营9个；处置：当场改正7个、责令改正2个",
        "开展情况": "先宣传后整治，三天内早市恢复通行",
        "存在问题": "个别摊点午后回潮",
        "下一步": "由综合行政执法队每周回访一次",
        "报告依据": "有关规定",
    },
    "participation_notice": _EVERYWHERE
    | _CONTACT
    | {
        "发文机关": "县应急管理局",
        "主送机关": "示范镇人民政府",
        "我方": "我局",
        "对方": "你镇",
        "案由": "烟花爆竹零售点联合检查",
        "安排": "定于2026年11月23日9时0分在北街",
        "事项": "请派熟悉北街情况的执法人员带路并参加检查",
        "人数": "2",
        "电话": "2026年11月20日16时40分已电话通知你镇",
        "答复时间": "2026年11月21日12时0分",
        "通知依据": "有关规定",
    },
}

# Without these a part would not say what it is there for.
NEEDED: Final[dict[tuple[str, str], frozenset[str]]] = {
    ("handoff_letter", "opening"): frozenset({"案由"}),
    ("handoff_letter", "closing"): frozenset({"对方", "移送依据"}),
    ("handoff_letter", "contact"): frozenset({"联系人"}),
    ("acceptance_notice", "opening"): frozenset({"来函文号"}),
    ("acceptance_notice", "contact"): frozenset({"联系人"}),
    ("return_notice", "opening"): frozenset({"来函文号"}),
    ("return_notice", "contact"): frozenset({"联系人"}),
    ("extension_notice", "opening"): frozenset({"案由"}),
    ("extension_notice", "closing"): frozenset({"延长依据", "延长至"}),
    ("extension_notice", "contact"): frozenset({"联系人"}),
    ("receipt_slip", "opening"): frozenset({"来函文号"}),
    ("hand_over_record", "opening"): frozenset({"交接依据"}),
    ("hazard_report", "opening"): frozenset({"案由", "危及对象"}),
    ("hazard_report", "closing"): frozenset({"报告依据"}),
    ("hazard_report", "contact"): frozenset({"联系人"}),
    ("incident_report", "opening"): frozenset({"演练", "发生时间", "案由"}),
    ("incident_report", "closing"): frozenset({"报告依据"}),
    ("incident_report", "contact"): frozenset({"联系人"}),
    ("campaign_report", "opening"): frozenset({"时间", "案由"}),
    ("campaign_report", "closing"): frozenset({"报告依据"}),
    ("campaign_report", "contact"): frozenset({"联系人"}),
    ("participation_notice", "opening"): frozenset({"安排", "案由"}),
    ("participation_notice", "closing"): frozenset({"通知依据"}),
    ("participation_notice", "contact"): frozenset({"联系人"}),
}
