"""Every room's routes and records, in one list; its tabs are in tabs.py, what goes on beside the answering in running.py."""

from litestar import Router
from litestar.types import ControllerRouterHandler

from backend.casework.handoffs import api as handoffs_api
from backend.casework.handoffs import pages as handoffs_pages
from backend.casework.handoffs.invitations import api as invitations_api
from backend.casework.handoffs.invitations import files as invitations_files
from backend.casework.handoffs.invitations import pages as invitations_pages
from backend.casework.handoffs.registration import HANDOFFS
from backend.casework.hazards import api as hazards_api
from backend.casework.hazards import pages as hazards_pages
from backend.casework.hazards.registration import HAZARD_STEPS, HAZARDS
from backend.casework.requests import api as requests_api
from backend.casework.requests import pages as requests_pages
from backend.casework.requests.registration import REQUEST_PARTIES, REQUEST_STEPS, REQUESTS
from backend.desk.deadlines import api as deadlines_api
from backend.desk.deadlines import pages as deadlines_pages
from backend.desk.deadlines.telling import tell_of_warnings
from backend.desk.entrance import api as entrance_api
from backend.desk.entrance import pages as entrance_pages
from backend.desk.ledger import api as ledger_api
from backend.desk.ledger import pages as ledger_pages
from backend.desk.ledger.export import pages as export_pages
from backend.desk.ledger.paper.printing import patrol_pdf
from backend.desk.me import pages as me_pages
from backend.desk.mechanism import pages as mechanism_pages
from backend.desk.notices import pages as notices_pages
from backend.desk.outbox import pages as outbox_pages
from backend.desk.people import pages as people_pages
from backend.desk.people.registration import OFFICERS
from backend.desk.pocket import api as pocket_api
from backend.desk.pocket import pages as pocket_pages
from backend.desk.register import pages as register_pages
from backend.desk.today import pages as today_pages
from backend.field.assists import api as assists_api
from backend.field.assists import pages as assists_pages
from backend.field.assists.commands.outcome import follow_up
from backend.field.assists.registration import ASSISTS
from backend.field.campaigns import api as campaigns_api
from backend.field.campaigns import pages as campaigns_pages
from backend.field.campaigns.registration import CAMPAIGNS
from backend.field.campaigns.windows import CAMPAIGN_WINDOWS, JOINT_CHECK_WINDOWS
from backend.field.checkins import api as checkins_api
from backend.field.checkins import pages as checkins_pages
from backend.field.checkins.registration import CHECKINS
from backend.field.command import api as command_api
from backend.field.command import pages as command_pages
from backend.field.emergencies import api as emergencies_api
from backend.field.emergencies import pages as emergencies_pages
from backend.field.emergencies.commands import ending as emergencies_ending
from backend.field.emergencies.registration import EMERGENCIES, EMERGENCY_ENTRIES
from backend.field.findings import api as findings_api
from backend.field.findings import pages as findings_pages
from backend.field.findings.registration import FINDINGS
from backend.field.incidents import api as incidents_api
from backend.field.incidents import pages as incidents_pages
from backend.field.incidents.registration import INCIDENTS
from backend.field.patrols import api as patrols_api
from backend.field.patrols import pages as patrols_pages
from backend.field.patrols.formats import offer
from backend.field.patrols.registration import PATROLS
from backend.foundation.clocks import windows
from backend.foundation.clocks.followers import follow
from backend.foundation.evidence import api as evidence_api
from backend.foundation.evidence import pages as evidence_pages
from backend.foundation.evidence.audience import PHOTOS
from backend.foundation.outbox import hangs
from backend.foundation.records import register, register_circle
from backend.foundation.web.bodies import JsonBody
from backend.office.absences import api as absences_api
from backend.office.absences import bearing
from backend.office.absences import pages as absences_pages
from backend.office.absences.registration import BORROWINGS, LEAVES
from backend.office.calendars import pages as calendars_pages
from backend.office.duty import api as duty_api
from backend.office.duty import pages as duty_pages
from backend.office.duty.papers import pages as duty_papers
from backend.office.duty.queries.empty import left_empty
from backend.office.duty.registration import ROSTERS, SHIFTS, SWAPS
from backend.office.duty.turnout.registration import HANDOVER_NOTES, SPOT_CHECKS, TURNOUTS
from backend.office.equipment import api as equipment_api
from backend.office.equipment import pages as equipment_pages
from backend.office.equipment.registration import EQUIPMENT
from backend.office.letters import api as letters_api
from backend.office.letters import pages as letters_pages
from backend.office.matters import api as matters_api
from backend.office.matters import pages as matters_pages
from backend.office.personnel import api as personnel_api
from backend.office.personnel import pages as personnel_pages
from backend.office.phones import api as phones_api
from backend.office.phones import pages as phones_pages
from backend.office.places import api as places_api
from backend.office.places import pages as places_pages
from backend.office.settings import pages as settings_pages
from backend.office.superior import pages as superior_pages
from backend.office.tasks import api as tasks_api
from backend.office.tasks import pages as tasks_pages
from backend.office.tasks.registration import TASKS

API: list[ControllerRouterHandler] = [
    *entrance_api.ROUTES,
    *personnel_api.ROUTES,
    *absences_api.ROUTES,
    *equipment_api.ROUTES,
    *places_api.ROUTES,
    *duty_api.ROUTES,
    *tasks_api.ROUTES,
    *phones_api.ROUTES,
    *letters_api.ROUTES,
    *matters_api.ROUTES,
    *evidence_api.ROUTES,
    *patrols_api.ROUTES,
    *findings_api.ROUTES,
    *assists_api.ROUTES,
    *checkins_api.ROUTES,
    *command_api.ROUTES,
    *emergencies_api.ROUTES,
    *incidents_api.ROUTES,
    *campaigns_api.ROUTES,
    *hazards_api.ROUTES,
    *requests_api.ROUTES,
    *ledger_api.ROUTES,
    *handoffs_api.ROUTES,
    *invitations_api.ROUTES,
    *deadlines_api.ROUTES,
    *pocket_api.ROUTES,
]
PAGES: list[ControllerRouterHandler] = [
    *entrance_pages.ROUTES,
    *today_pages.ROUTES,
    *patrols_pages.ROUTES,
    *findings_pages.ROUTES,
    *assists_pages.ROUTES,
    *handoffs_pages.ROUTES,
    *invitations_pages.ROUTES,
    *invitations_files.ROUTES,
    *hazards_pages.ROUTES,
    *requests_pages.ROUTES,
    *checkins_pages.ROUTES,
    *command_pages.ROUTES,
    *tasks_pages.ROUTES,
    *emergencies_pages.ROUTES,
    *incidents_pages.ROUTES,
    *campaigns_pages.ROUTES,
    *ledger_pages.ROUTES,
    *export_pages.ROUTES,
    *deadlines_pages.ROUTES,
    *notices_pages.ROUTES,
    *outbox_pages.ROUTES,
    *me_pages.ROUTES,
    *pocket_pages.ROUTES,
    *mechanism_pages.ROUTES,
    *personnel_pages.ROUTES,
    *people_pages.ROUTES,
    *absences_pages.ROUTES,
    *equipment_pages.ROUTES,
    *phones_pages.ROUTES,
    *places_pages.ROUTES,
    *duty_pages.ROUTES,
    *letters_pages.ROUTES,
    *register_pages.ROUTES,
    *matters_pages.ROUTES,
    *duty_papers.ROUTES,
    *calendars_pages.ROUTES,
    *settings_pages.ROUTES,
    *superior_pages.ROUTES,
    *evidence_pages.ROUTES,
]

ROUTES: list[ControllerRouterHandler] = [
    Router("/", route_handlers=API, dto=JsonBody, return_dto=None),
    Router("/", route_handlers=PAGES, include_in_schema=False),
]

# What others may ask about: photos hang on these, searches find them.
for kind in (
    PATROLS,
    FINDINGS,
    HANDOFFS,
    HAZARDS,
    HAZARD_STEPS,
    REQUESTS,
    REQUEST_PARTIES,
    REQUEST_STEPS,
    ASSISTS,
    CHECKINS,
    EMERGENCIES,
    EMERGENCY_ENTRIES,
    INCIDENTS,
    CAMPAIGNS,
    TASKS,
    ROSTERS,
    SHIFTS,
    SWAPS,
    SPOT_CHECKS,
    LEAVES,
    BORROWINGS,
    OFFICERS,
    EQUIPMENT,
):
    register(kind)
register(windows.WINDOWS)

# What shows the records that began with it.
hangs("assist", follow_up)
hangs("emergency", emergencies_ending.follow)

# Which recurring duties of the mechanisms have windows.
for series in (CAMPAIGN_WINDOWS, JOINT_CHECK_WINDOWS):
    windows.run(series)

# What somebody's absence leaves empty.
bearing.ask(left_empty)

# What is heard of besides, as it happens.
register_circle("photo", PHOTOS)
register_circle("turnout", TURNOUTS)
register_circle("handover_note", HANDOVER_NOTES)

# What time brings is told like what people do.
follow(tell_of_warnings)

offer("pdf", patrol_pdf)
