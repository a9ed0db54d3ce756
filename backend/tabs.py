"""The tabs of the bar and the rail, in their order, and which of them carry a figure."""

from backend.casework.hazards.counting import HAZARDS_TO_ANSWER
from backend.casework.requests.counting import REQUESTS_WAITING
from backend.desk.deadlines.counting import DEADLINES
from backend.desk.notices.counting import UNREAD
from backend.field.assists.counting import OPEN_CALLS
from backend.foundation.web.frame import Counter
from backend.foundation.web.pages import Tab
from backend.office.absences.counting import DECISIONS
from backend.office.calendars.counting import MISSING_YEAR
from backend.office.tasks.counting import TASKS_WAITING

TABS: list[Tab] = [
    Tab("today", "今日", "home", "/", "today.read"),
    Tab("patrols", "巡查", "route", "/patrols", "patrol.read"),
    Tab("assist", "支援", "shield", "/assists", "assist.raise", assist=True),
    Tab("handoffs", "移送", "send", "/handoffs", "handoff.read"),
    Tab("command", "指挥", "map", "/command", "command.read", wide_only=True),
    Tab("tasks", "派单", "task", "/tasks", "task.read", wide_only=True),
    Tab("duty", "值守", "duty", "/duty", "duty.read", wide_only=True),
    Tab("ledger", "台账", "book", "/ledger", "ledger.read", wide_only=True),
    Tab("hazards", "隐患", "alert", "/hazards", "hazard.read", wide_only=True, seldom=True),
    Tab("emergencies", "处置", "pin", "/emergencies", "emergency.read", wide_only=True, seldom=True),
    Tab("requests", "协作", "answer", "/requests", "request.read", wide_only=True, seldom=True),
    Tab("incidents", "突发", "bang", "/incidents", "incident.read", wide_only=True, seldom=True),
    Tab("campaigns", "整治", "calendar", "/campaigns", "campaign.read", wide_only=True, seldom=True),
    Tab("matters", "事项", "scales", "/matters", "matters.read", wide_only=True, seldom=True),
    Tab("letters", "发文", "file", "/letters", "register.read", wide_only=True, seldom=True),
    Tab("deadlines", "时限", "clock", "/deadlines", "deadlines.read", wide_only=True),
    Tab("notices", "消息", "bell", "/notices", "notices.read", wide_only=True),
    Tab("team", "队伍", "people", "/people", "team.read", wide_only=True, seldom=True),
    Tab("people", "人员", "people", "/officers", "people.read"),
    Tab("calendar", "历法", "calendar", "/calendar", "calendar.manage", wide_only=True),
    Tab("settings", "设置", "gear", "/settings", "settings.manage"),
    Tab("me", "我的", "person", "/me", "self.use"),
]

# Which tabs carry a figure.
COUNTERS: dict[str, Counter] = {
    "assist": OPEN_CALLS,
    "deadlines": DEADLINES,
    "hazards": HAZARDS_TO_ANSWER,
    "requests": REQUESTS_WAITING,
    "tasks": TASKS_WAITING,
    "team": DECISIONS,
    "calendar": MISSING_YEAR,
    "notices": UNREAD,
}
