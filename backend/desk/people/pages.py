"""/people: the team and each of them, with what they hold and when they are away."""

from itertools import groupby
from typing import Any
from uuid import UUID

from litestar import get
from litestar.params import FromPath
from litestar.response import Template

from backend.desk.people.queries.duty import month_with
from backend.desk.people.queries.team import Member, Standing, load, team
from backend.desk.people.rules import knows_why
from backend.foundation.now import now
from backend.foundation.people.identity import Person
from backend.foundation.people.queries import certificates_of
from backend.foundation.preferences import preference
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest
from backend.office.absences.cards import borrowing_card, leave_card
from backend.office.absences.queries import borrowings, leaves
from backend.office.absences.rules.borrowing import LONG
from backend.office.duty.queries.presence import duty_since
from backend.office.equipment.cards import card as thing_card
from backend.office.equipment.queries.things import with_officer
from backend.office.personnel.queries.attachments import attachments_of


@get("/people", guards=[requires("team.read")])
async def show_people(request: SignedRequest) -> Template:
    """Everybody one may see by unit, with who is not there; first whose certificate asks for something."""
    standings = await team(request.user, now())
    return page(
        request,
        "people/list.html",
        current="team",
        units=_by_unit(standings),
        papers=[each for each in standings if each.certificate],
        away=sum(bool(each.away) for each in standings),
        count=len(standings),
    )


@get("/people/{officer_id:uuid}", guards=[requires("team.read")])
async def show_person(request: SignedRequest, officer_id: FromPath[UUID]) -> Template:
    """One of them: where they come from, what they may do, hold and stand, when they are away."""
    person, at = request.user, now()
    member = await load(person, officer_id)
    return page(
        request,
        "people/show.html",
        current="team",
        member=member,
        own=member.id == person.id,
        since=await duty_since(member.id, at),
        attachments=await attachments_of(member.id),
        certificates=await certificates_of(member.id),
        month=await month_with(member.id, member.township, at),
        things=[thing_card(named, at) for named in await with_officer(member.id)],
        at=at,
        **await _absences(person, member),
    )


async def _absences(person: Person, member: Member) -> dict[str, Any]:
    """Leave and borrowings, where they are this person's to know."""
    if not knows_why(person, officer=member.id, unit=member.unit):
        return {"leaves": None, "borrowings": None}
    at, long_days = now(), await preference(member.township, LONG)
    gone = await leaves.of_officer(person, member.id)
    lent = await borrowings.of_officer(person, member.id)
    return {
        "leaves": [leave_card(person, named, at) for named in gone],
        "borrowings": [borrowing_card(person, named, long_days, at) for named in lent],
    }


def _by_unit(standings: list[Standing]) -> list[tuple[str, list[Standing]]]:
    grouped = groupby(standings, key=lambda standing: standing.member.unit_name)
    return [(unit, list(members)) for unit, members in grouped]


ROUTES = [show_people, show_person]
