"""Everything a person's first page shows, in one trip; what waits on a handoff costs more where something does."""

from dataclasses import dataclass, replace
from datetime import datetime

from backend.casework.handoffs.cards import Card as HandoffCard
from backend.casework.handoffs.queries.delegations import Given, unread
from backend.casework.handoffs.queries.waiting import Waiting as WaitingCases
from backend.casework.handoffs.queries.waiting import perhaps_waiting, waiting_for
from backend.casework.hazards.cards import Card as HazardCard
from backend.casework.hazards.cards import card as hazard_card
from backend.casework.hazards.queries.listed import waiting_ones
from backend.casework.requests.cards import Card as RequestCard
from backend.casework.requests.cards import card as request_card
from backend.casework.requests.queries.listed import waiting_ones as requests_waiting
from backend.desk.today.queries.morning import Morning, morning
from backend.desk.today.rules import Page, page_of
from backend.field.assists.queries.listed import Line, all_open
from backend.field.assists.queries.reader import last_known
from backend.field.assists.rules.urgency import in_order
from backend.field.campaigns.cards import Card as CampaignCard
from backend.field.campaigns.cards import card as campaign_card
from backend.field.campaigns.queries.listed import concerning
from backend.field.checkins.cards import Card as CheckinCard
from backend.field.checkins.cards import card as checkin_card
from backend.field.checkins.queries.visible import own_open
from backend.field.emergencies.cards import Card as EmergencyCard
from backend.field.emergencies.cards import card as emergency_card
from backend.field.emergencies.queries.listed import all_open as going_on
from backend.field.patrols.queries.board import Board, on_board
from backend.foundation.database import Dialogue, converse
from backend.foundation.now import local
from backend.foundation.people.identity import Person
from backend.foundation.people.permissions import may
from backend.office.duty.queries.presence import OnDuty, presence
from backend.office.personnel.queries.pending import Waiting, waiting_within
from backend.office.personnel.reach import reach
from backend.office.phones.queries import Unsent, unsent
from backend.office.tasks.cards import Card as TaskCard
from backend.office.tasks.cards import card as task_card
from backend.office.tasks.queries.listed import waiting_ones as tasks_waiting


@dataclass(frozen=True, slots=True)
class Today:
    """`morning` is there on a leader's page, `board` on an officer's, `waiting` (for an administrator) on the others'."""

    page: Page
    at: datetime
    handoffs: list[HandoffCard]
    hazards: list[HazardCard]
    delegations: list[Given]
    assists: list[Line]
    checkins: list[CheckinCard]
    emergencies: list[EmergencyCard]
    tasks: list[TaskCard]
    requests: list[RequestCard]
    campaigns: list[CampaignCard]
    duty: OnDuty | None
    unsent: Unsent | None
    morning: Morning | None
    board: Board | None
    waiting: list[Waiting]


async def today(person: Person, at: datetime) -> Today:
    """What this person should look at first."""
    told, cases = await converse(_told(person, at), reading=True)
    return replace(told, handoffs=await waiting_for(person, cases, at))


def _told(person: Person, at: datetime) -> Dialogue[tuple[Today, WaitingCases]]:
    """Everything but the handoffs, and the cases among which they are."""
    page, town = page_of(person), person.township_id
    near = yield from last_known(person, at)
    told = Today(
        page,
        at,
        handoffs=[],
        hazards=(yield from _hazards(person, at)),
        delegations=(yield from unread(person.id, local(at).date())) if may(person, "handoff.decide") else [],
        assists=in_order((yield from all_open(person)), near),
        checkins=(yield from _checkins(person, at)),
        emergencies=(yield from _emergencies(person, at)),
        tasks=(yield from _tasks(person, at)),
        requests=(yield from _requests(person, at)),
        campaigns=(yield from _campaigns(person, at)),
        duty=(yield from presence(person.id, at)),
        unsent=(yield from unsent(person, at)) if may(person, "phones.read") else None,
        morning=(yield from morning(town, at)) if page == "leader" and town else None,
        board=(yield from on_board(person, at)) if page == "officer" else None,
        waiting=(yield from _waiting(person, at)) if page == "quiet" else [],
    )
    return told, (yield from perhaps_waiting(person))


def _hazards(person: Person, at: datetime) -> Dialogue[list[HazardCard]]:
    """Those that wait for an answer, the one told first on top."""
    told = (yield from waiting_ones(person, at)) if may(person, "hazard.read") else []
    return [hazard_card(named, waiting, named.side(person), at) for named, waiting in told]


def _checkins(person: Person, at: datetime) -> Dialogue[list[CheckinCard]]:
    """Those of this person, in whose name help is called for if they stay silent."""
    found = (yield from own_open(person)) if may(person, "checkin.run") else []
    return [checkin_card(named, at) for named in found]


def _emergencies(person: Person, at: datetime) -> Dialogue[list[EmergencyCard]]:
    """What goes on: the township's for who directs, else what this person is called to."""
    found = (yield from going_on(person)) if may(person, "emergency.read") else []
    return [emergency_card(line, at) for line in found]


def _tasks(person: Person, at: datetime) -> Dialogue[list[TaskCard]]:
    """To do, or to judge what this person gave."""
    found = (yield from tasks_waiting(person)) if person.township_id and may(person, "task.read") else []
    return [task_card(named, person, at) for named in found]


def _requests(person: Person, at: datetime) -> Dialogue[list[RequestCard]]:
    """To answer, or to end what this person asked for."""
    found = (yield from requests_waiting(person)) if may(person, "request.read") else []
    return [request_card(named, person, at) for named in found]


def _campaigns(person: Person, at: datetime) -> Dialogue[list[CampaignCard]]:
    """To decide on, to improve, or held today."""
    found = (yield from concerning(person, at)) if may(person, "campaign.read") else []
    return [campaign_card(named, at) for named in found]


def _waiting(person: Person, at: datetime) -> Dialogue[list[Waiting]]:
    """What an administrator has to do."""
    if not may(person, "people.manage"):
        return []
    return (yield from waiting_within((yield from reach(person)), at))
