"""抽调: who is borrowed by whom, how often and how long; the form; one of them."""

from datetime import datetime, time, timedelta
from uuid import UUID

from litestar import get
from litestar.params import FromPath
from litestar.response import Template

from backend.foundation.journal import timeline, told_lines
from backend.foundation.mechanism import load_profile
from backend.foundation.now import CHINA, local, now
from backend.foundation.people.identity import Person
from backend.foundation.preferences import preference
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest
from backend.office.absences.bearing import Gap, gaps
from backend.office.absences.cards import borrowing_card, borrowing_offers, days_span, flag_tags
from backend.office.absences.queries.borrowings import all_of, load
from backend.office.absences.queries.departments import departments
from backend.office.absences.queries.people import officers_for
from backend.office.absences.rules.access import looks_after_others
from backend.office.absences.rules.borrowing import LONG, MOST_AHEAD, Borrowing, counted, flags
from backend.office.absences.rules.words import BORROWING_STATES, STANDING
from backend.office.absences.sentences import told

DUTY = "personnel.borrowing"


@get("/borrowings", guards=[requires("absence.read")])
async def show_borrowings(request: SignedRequest) -> Template:
    """What waits, who is away, what is over; and what each department took, as a picture and a table."""
    person, at = request.user, now()
    found, long_days = await all_of(person), await preference(person.township_id, LONG)
    cards = [borrowing_card(person, named, long_days, at) for named in found]
    return page(
        request,
        "absences/borrowings.html",
        current="team",
        open_ones=[card for card in cards if card.state in STANDING],
        ended=[card for card in cards if card.state not in STANDING],
        counts=counted(((named.department_words, named.borrowing) for named in found), long_days, at),
        long_days=long_days,
        rule=_rule(person),
        sees_others=looks_after_others(person),
    )


@get("/borrowings/new", guards=[requires("borrowing.write")])
async def new_borrowing(request: SignedRequest) -> Template:
    """A form for the people one looks after."""
    person = request.user
    others = [each for each in await officers_for(person) if each.id != person.id]
    return page(
        request,
        "absences/borrowing_form.html",
        current="team",
        people=[(each.username, f"{each.name}（{each.unit_name}）") for each in others],
        departments=await departments(person),
        rule=_rule(person),
        at=now(),
    )


@get("/borrowings/{borrowing_id:uuid}", guards=[requires("absence.read")])
async def show_borrowing(request: SignedRequest, borrowing_id: FromPath[UUID]) -> Template:
    """One borrowing, what is wrong with it, what may be done."""
    person, at = request.user, now()
    named, long_days = await load(person, borrowing_id), await preference(person.township_id, LONG)
    borrowing, state = named.borrowing, named.borrowing.state(at)
    return page(
        request,
        "absences/borrowing.html",
        current="team",
        named=named,
        borrowing=borrowing,
        state=BORROWING_STATES[state],
        marks=flag_tags(flags(borrowing, long_days, at)),
        days=days_span(borrowing.first_day, borrowing.last_day, at),
        taken=borrowing.days(at),
        offers=borrowing_offers(person, named, at),
        gaps=await _gaps(borrowing, at) if state in STANDING else [],
        rule=_rule(person),
        today=local(at).date(),
        lines=told_lines(await timeline("borrowing", borrowing_id), told),
    )


async def _gaps(borrowing: Borrowing, at: datetime) -> list[Gap]:
    """What it leaves empty, or would: from today on, to the last day anybody named or as far as months are published."""
    first = max(borrowing.from_day or borrowing.first_day, local(at).date())
    last = borrowing.until_day or first + MOST_AHEAD
    begins, ends = (datetime.combine(day, time(), CHINA) for day in (first, last + timedelta(days=1)))
    return await gaps(borrowing.officer, max(begins, at), ends) if begins < ends else []


def _rule(person: Person) -> str:
    """What the place's own text says of borrowing; empty where it says nothing."""
    profile = load_profile(person.profile)
    duty = profile.duty(DUTY)
    return f"{profile.cite(duty.clause)}：“{duty.quote}”" if duty and not duty.local else ""


ROUTES = [show_borrowings, new_borrowing, show_borrowing]
