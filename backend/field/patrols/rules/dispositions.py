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
