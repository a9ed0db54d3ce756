"""The permission table: which role may begin which act. Written out, no inheritance.

Whether a person may see or change one particular record is decided by that room's queries on top of this.
"""

from backend.foundation.people.identity import Person

ROLES = {
    "officer": "执法队员",
    "auxiliary": "协管员",
    "captain": "执法队队长",
    "clerk": "内勤",
    "police": "民警",
    "police_chief": "派出所所长",
    "traffic_police": "交警",
    "station": "派驻机构人员",
    "legal": "法制审核",
    "leader": "主要领导",
    "mayor": "镇长",
    "office": "党政办",
    "dispatcher": "指挥中心值班员",
    "liaison": "联络人",
    "head": "部门负责人",
    "public_security": "公安局法制大队",
    "procuratorate": "检察院",
    "court": "法院",
    "government": "县政府办",
    "supervisor": "执法监督",
    "petitions": "信访/12345",
    "administrator": "管理员",
}

EVERYONE = frozenset(ROLES)
TEAM = frozenset({"officer", "auxiliary", "captain", "clerk"})
STREET = TEAM | {"police", "police_chief", "traffic_police", "station", "legal"}
READERS = frozenset({"leader", "mayor", "dispatcher", "office"})
# Whose desk is the township government's own; stations and police beside it stand for themselves.
TOWN_HALL = TEAM | READERS
# Bodies of the county that are told of things and answer them; the government reads what is reported to it.
TOLD = frozenset({"liaison", "head", "public_security", "supervisor", "petitions"})
COUNTY = TOLD | {"government"}
# Whose notices may propose what a township's list of matters says next: departments, and who decides on grants.
PROPOSERS = frozenset({"liaison", "head", "public_security", "supervisor", "government", "station"})
# Who keeps the register of papers of their body: its office, the team's clerk, a department's liaison and head.
REGISTRARS = frozenset({"office", "clerk", "liaison", "head"})
# Who may say that they come to help: police, whoever directs them, and the team's sworn officers.
ANSWERERS = frozenset(
    {"police", "police_chief", "traffic_police", "public_security", "dispatcher", "officer", "captain"}
)

ACTIONS: dict[str, frozenset[str]] = {
    "self.use": EVERYONE,
    "today.read": EVERYONE,
    "profile.read": EVERYONE,
    "units.read": EVERYONE,
    "patrol.read": STREET | READERS,
    "patrol.write": STREET,
    "patrol.plan": STREET,
    "patrol.file": STREET,
    "patrol.amend": STREET,
    "patrol.attend": STREET,
    "patrol.remark": frozenset({"leader", "mayor"}),
    "finding.write": STREET,
    "photo.read": STREET | READERS | COUNTY,
    "photo.write": STREET | {"dispatcher"} | TOLD,
    "photo.redact": TEAM | {"police", "police_chief", "traffic_police", "station", "legal"},
    "hazard.read": STREET | READERS | COUNTY,
    "hazard.tell": STREET | {"dispatcher"},
    "hazard.answer": STREET | {"dispatcher"} | TOLD,
    "hazard.amend": STREET | {"dispatcher"} | TOLD,
    "hazard.close": STREET - {"auxiliary"},
    "hazard.report": frozenset({"leader", "mayor"}),
    # A township asks for help and a department calls on a township; every body that is asked answers for itself.
    "request.read": STREET | READERS | TOLD,
    "request.ask": (TEAM - {"auxiliary"}) | READERS | {"liaison", "head"},
    "request.answer": (STREET - {"auxiliary"}) | READERS | TOLD,
    "checkin.run": STREET | {"dispatcher"},
    "checkin.read": STREET | READERS,
    "incident.read": STREET | READERS | COUNTY,
    "incident.write": STREET | {"dispatcher", "office"},
    "incident.approve": frozenset({"leader", "mayor"}),
    "incident.receive": COUNTY,
    "incident.close": (STREET - {"auxiliary"}) | {"dispatcher"},
    "campaign.read": STREET | READERS | COUNTY,
    "campaign.write": frozenset(
        {"officer", "captain", "clerk", "police_chief", "office", "dispatcher", "liaison", "head"}
    ),
    "campaign.approve": frozenset({"leader", "mayor", "head"}),
    "window.read": TOWN_HALL,
    "window.explain": frozenset({"captain", "leader", "mayor"}),
    "assist.raise": EVERYONE,
    "assist.read": EVERYONE,
    "assist.answer": ANSWERERS,
    "assist.close": ANSWERERS | TEAM,
    "assist.figures": frozenset({"captain", "police_chief", "leader", "mayor", "dispatcher"}),
    "alarm.manage": frozenset({"captain", "police_chief", "dispatcher", "administrator"}),
    "command.read": frozenset({"captain", "dispatcher", "leader", "mayor"}),
    "place.share": STREET,
    # Whoever directs in the township sees every emergency; the others those they are called to.
    "emergency.read": STREET | READERS,
    "emergency.log": STREET | READERS,
    "emergency.open": frozenset({"captain", "dispatcher", "leader", "mayor"}),
    "emergency.direct": frozenset({"captain", "police_chief", "dispatcher", "leader", "mayor"}),
    # Somebody leads a unit, does its paper work, or runs the township: they ask for work. Leaders are asked for none.
    "task.read": STREET | READERS,
    "task.give": frozenset({"captain", "clerk", "police_chief", "dispatcher", "leader", "mayor", "office"}),
    "task.do": STREET | {"dispatcher", "office"},
    "duty.mark": STREET | READERS | {"public_security"},
    "duty.read": STREET | READERS,
    "duty.stand": STREET | READERS,
    "duty.plan": frozenset({"captain", "dispatcher", "office"}),
    # Who asks where somebody on duty is, and looks after the codes that hang at places.
    "duty.oversee": frozenset({"captain", "police_chief", "dispatcher"}),
    "duty.approve": frozenset({"captain", "police_chief", "leader", "mayor"}),
    "team.read": STREET | READERS,
    "absence.read": STREET | READERS,
    "absence.ask": STREET | READERS,
    "absence.decide": frozenset({"captain", "police_chief", "leader", "mayor"}),
    "borrowing.write": frozenset({"captain", "clerk", "police_chief", "office", "leader", "mayor"}),
    "borrowing.decide": frozenset({"leader", "mayor"}),
    "equipment.read": STREET | READERS,
    "equipment.take": STREET | {"dispatcher", "office"},
    "equipment.manage": frozenset({"captain", "clerk", "police_chief", "dispatcher", "office"}),
    "phones.read": frozenset({"captain", "police_chief", "leader", "mayor", "dispatcher"}),
    "notices.read": EVERYONE,
    "notices.groups": frozenset(
        {"captain", "clerk", "police_chief", "dispatcher", "liaison", "head", "administrator"}
    ),
    "notices.deliveries": frozenset({"captain", "police_chief", "dispatcher", "head", "administrator"}),
    "ledger.read": STREET | READERS,
    "ledger.export": TEAM | READERS | {"police_chief", "legal"},
    "handoff.read": STREET | READERS | COUNTY,
    "handoff.write": STREET | {"office", "leader", "mayor"} | COUNTY,
    "handoff.send": (STREET - {"auxiliary"}) | {"office", "leader", "mayor"} | COUNTY,
    "handoff.decide": (TEAM - {"auxiliary"}) | READERS | COUNTY,
    "handoff.answer": (STREET - {"auxiliary"}) | READERS | COUNTY,
    "letter.read": STREET | READERS | COUNTY,
    "letter.seal": (TEAM - {"auxiliary"}) | {"office", "liaison", "head"},
    "register.read": REGISTRARS | {"captain", "leader", "mayor"},
    "numbers.manage": REGISTRARS | {"administrator"},
    "deadlines.read": EVERYONE - {"administrator"},
    "calendar.manage": frozenset({"administrator"}),
    "places.read": EVERYONE,
    "places.manage": frozenset({"administrator", "captain"}),
    "matters.read": EVERYONE,
    "matters.manage": frozenset({"captain", "clerk", "legal"}),
    "matters.propose": PROPOSERS,
    "matters.discuss": PROPOSERS | {"captain", "clerk", "legal", "leader", "mayor", "office"},
    "people.read": frozenset({"administrator"}),
    "people.manage": frozenset({"administrator"}),
    "settings.manage": frozenset({"administrator"}),
}

# Whose desk sees every patrol of the township; the others see those they or their unit walked with.
ALL_PATROLS = TEAM | READERS


def may(person: Person, action: str) -> bool:
    """Whether one of the person's roles carries `action`; an unknown action is a programming error."""
    return not person.roles.isdisjoint(ACTIONS[action])


def sees_all_patrols(person: Person) -> bool:
    """Team, leaders, office and dispatcher of the township read the whole ledger."""
    return not person.roles.isdisjoint(ALL_PATROLS)


def only_administers(roles: frozenset[str]) -> bool:
    """Who only administers the product stands on no roster, goes on no patrol and takes no equipment."""
    return roles == {"administrator"}
