"""What notices are about. Pure."""

TOPICS = {
    "assist": "紧急支援",
    "checkin": "报平安",
    "emergency": "突发处置",
    "incident": "突发信息",
    "task": "派单",
    "campaign": "联合整治",
    "handoff": "案件移送",
    "hazard": "隐患通报",
    "request": "协作请求",
    "deadline": "时限",
    "duty": "值守排班",
    "absence": "请休假、抽调",
    "certificate": "执法证到期",
    "equipment": "装备",
    "trial": "试发",
}

# What nobody can leave out: somebody asks for it this moment.
ALWAYS = frozenset({"trial"})
MUTABLE = {topic: words for topic, words in TOPICS.items() if topic not in ALWAYS}
