"""What a phone fetches beforehand. Pure but for the tasks, emergencies, campaigns and patrols that are asked for."""

from datetime import datetime

from backend.field.campaigns.queries.listed import along as campaigns_along
from backend.field.emergencies.queries.listed import called_to
from backend.field.patrols.queries.board import board
from backend.foundation.people.identity import Person
from backend.foundation.people.permissions import may
from backend.foundation.web.stand_in import NOWHERE
from backend.office.tasks.queries.listed import to_do as tasks_to_do

EVERYBODYS = ("/", "/me", "/me/install", "/outbox", "/assists")
DUTY = ("/duty", "/duty/now", f"/duty/at/{NOWHERE}")
VISITS = ("/checkins", "/checkins/new", "/checkins/here")
STREET = ("/patrols", "/patrols/new", "/patrols/here", "/patrols/here/findings/new")
HANDING_OVER = f"/handoffs/here/{NOWHERE}"
FILES = {"matters.read": "/api/v1/matters/asking", "places.read": "/api/v1/sketch.geojson"}
PATROLS = 8  # of each kind; an officer has one or two open


async def pages_for(person: Person, at: datetime) -> list[str]:
    """Addresses of static/js/sw/rules.js, in the order in which a thin line should bring them: first what a patrol that begins in
    a minute leads to."""
    pages = [*EVERYBODYS]
    if not person.township_id:
        return pages
    if may(person, "patrol.write"):
        pages += await _street(person, at)
    pages.append("/pocket")
    if may(person, "matters.read"):
        pages.append("/matters/ask")
    if may(person, "duty.stand"):
        pages += DUTY
    if may(person, "checkin.run"):
        pages += VISITS
    return pages + await _called_to(person, at)


async def _called_to(person: Person, at: datetime) -> list[str]:
    """The tasks one has to do, the emergencies one is called to, the campaigns one goes along on."""
    pages: list[str] = []
    if may(person, "task.do"):
        pages.append("/tasks")
        pages += [page for task in await tasks_to_do(person) for page in (task, f"{task}/report")]
    if may(person, "emergency.log"):
        pages.append("/emergencies")
        pages += [f"{page}{more}" for page in await called_to(person) for more in ("", "/entries/new")]
    if may(person, "campaign.read"):
        pages += await campaigns_along(person, at)
    return pages


async def _street(person: Person, at: datetime) -> list[str]:
    """The patrols one walks, is to walk or has to file."""
    found = await board(person, at)
    walked = [*found.own[:PATROLS], *found.planned[:PATROLS], *found.unfiled[:PATROLS]]
    within = [f"{card.url}/{page}" for card in found.own[:PATROLS] for page in ("findings/new", "crew")]
    handing_over = [HANDING_OVER] if may(person, "handoff.write") else []
    return [*STREET, *(card.url for card in walked), *within, *handing_over]


def files_for(person: Person) -> list[str]:
    """What those pages read besides."""
    return [file for action, file in FILES.items() if may(person, action)] if person.township_id else []
