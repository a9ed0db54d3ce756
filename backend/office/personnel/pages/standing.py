"""离岗, 复岗 and a first password: acts on a person, each a noun with its own address."""

from uuid import UUID

from litestar import post
from litestar.params import FromPath
from litestar.response import Redirect, Template

from backend.foundation.now import now
from backend.foundation.web.forms import read_form
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest
from backend.office.personnel.commands.officers import let_go, reset_password, take_back
from backend.office.personnel.queries.officers import officer_within
from backend.office.personnel.reach import reach_of
from backend.office.personnel.typed import version


@post("/officers/{officer_id:uuid}/departure", guards=[requires("people.manage")])
async def depart(request: SignedRequest, officer_id: FromPath[UUID]) -> Redirect:
    """Sign them out everywhere and take them out of every list."""
    officer = await officer_within(await reach_of(request.user), officer_id)
    await let_go(officer, version(await read_form(request)), request.user, now())
    return Redirect(f"/officers/{officer_id}", status_code=303)


@post("/officers/{officer_id:uuid}/return", guards=[requires("people.manage")])
async def come_back(request: SignedRequest, officer_id: FromPath[UUID]) -> Redirect:
    """Let them sign in again."""
    officer = await officer_within(await reach_of(request.user), officer_id)
    await take_back(officer, version(await read_form(request)), request.user)
    return Redirect(f"/officers/{officer_id}", status_code=303)


@post("/officers/{officer_id:uuid}/first-password", guards=[requires("people.manage")])
async def give_first_password(request: SignedRequest, officer_id: FromPath[UUID]) -> Template:
    """A new first password, shown this once."""
    officer = await officer_within(await reach_of(request.user), officer_id)
    password = await reset_password(officer, version(await read_form(request)), request.user, now())
    return page(
        request,
        "personnel/first_password.html",
        status=201,
        current="people",
        officer_id=officer_id,
        typed=officer,
        password=password,
    )


ROUTES = [depart, come_back, give_first_password]
