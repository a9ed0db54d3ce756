"""How a finding was handled (处置方式). Pure."""

DISPOSITIONS = {
    "none": "无需处置",
    "persuaded": "劝导",
    "corrected": "当场改正",
    "ordered": "责令改正",
    "summary_penalty": "当场处罚",
    "case": "立案查处",
    "handoff": "移送",
    "notified": "通报",
    "assist": "请求支援",
    "other": "其他",
}

# What officers meet most; any other word is as good (≤ 40 characters).
CATEGORIES = (
    "占道经营",
    "违法建设",
    "乱堆乱放",
    "乱倒垃圾",
    "露天焚烧",
    "油烟噪声",
    "非法采砂取土",
    "违规养殖",
    "消防隐患",
    "燃气隐患",
    "道路交通",
    "食品安全",
    "未成年人",
    "涉水安全",
)
