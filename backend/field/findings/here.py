"""记一条 on a patrol that is only on this phone yet: the form a phone keeps beforehand."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from litestar import get
from litestar.response import Template

from backend.field.findings.form import Form, form_for
from backend.field.patrols.rules.access import township_of
from backend.foundation.evidence.strips import strip
from backend.foundation.now import now
from backend.foundation.people.identity import Person
from backend.foundation.people.power import Power
from backend.foundation.people.queries import officers_on
from backend.foundation.preferences import preferences
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest
from backend.foundation.web.stand_in import NOWHERE

# Who walks along is known to the phone alone: the server judges once it arrives.
UNJUDGED = Power(ok=True, body="", body_name="", officers=(), why="")


@dataclass(frozen=True, slots=True)
class Begun:
    """What the form asks of its patrol: that it runs."""

    id: UUID = NOWHERE
    title: str = ""
    running: bool = True
    paused_at: datetime | None = None


@get("/patrols/here/findings/new", guards=[requires("finding.write")])
async def write_here(request: SignedRequest) -> Template:
    """The empty form, with every certified officer of one's own unit to choose from."""
    person, township = request.user, township_of(request.user)
    shown: dict[str, Any] = {"finding": None, "matter": None, "competence": "", "power": UNJUDGED}
    return page(
        request,
        "findings/form.html",
        current="patrols",
        patrol=Begun(),
        settings=await preferences(township),
        strip=await strip(person, "finding"),
        form=await _form(person, township, now()),
        **shown,
    )


async def _form(person: Person, township: UUID, at: datetime) -> Form:
    units = await officers_on(township, at)
    own = [member for unit in units if unit.code == person.unit_code for member in unit.members]
    acting = [(member.username, member.name) for member in own if member.certified]
    chosen = [username for username, _ in acting if username == person.username]
    return replace(form_for(None, [], UNJUDGED), acting=acting, acting_chosen=chosen)


ROUTES = [write_here]
