"""Signing in and out."""

from litestar import get, post
from litestar.response import Redirect, Template

from backend.desk.entrance import password
from backend.desk.entrance.commands import enter
from backend.desk.entrance.cookies import own_path, session_cookie, visitor
from backend.desk.entrance.queries import threshold
from backend.foundation import live
from backend.foundation.now import now
from backend.foundation.people.sessions import end_session
from backend.foundation.refusals import Refusal
from backend.foundation.web.authentication import SESSION_COOKIE
from backend.foundation.web.forms import Fields, read_form
from backend.foundation.web.guards import public, requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import AnyRequest, SignedRequest


@get("/login", guards=[public])
async def show_login(request: AnyRequest) -> Template | Redirect:
    """The form; whoever is signed in already goes on."""
    asked = Fields(request.query_params.multi_items())
    if request.user is not None:
        return Redirect(own_path(asked.text("next")) or "/")
    return await _form(request, asked)


@post("/login", guards=[public])
async def sign_in(request: AnyRequest) -> Template | Redirect:
    """Open a session; a wrong password shows the form again with the name still in it."""
    sent = await read_form(request)
    try:
        signed_in = await enter(
            sent.text("username"), sent.raw("password"), **visitor(request), before=request.user, at=now()
        )
    except Refusal as refusal:
        return await _form(request, sent, refusal)
    onward = "/password" if signed_in.must_change_password else own_path(sent.text("next")) or "/"
    answer = Redirect(onward, status_code=303)
    answer.set_cookie(session_cookie(signed_in))
    return answer


@post("/sign-out", guards=[requires("self.use")])
async def sign_out(request: SignedRequest) -> Redirect:
    """End the session. The pages kept for reading offline are wiped by the sign-out behaviour and the service worker;
    Clear-Site-Data takes the browser's own cache, and nothing that still waits to be sent."""
    person = request.user
    if person.session_id:
        await end_session(person.id, person.session_id, now())
        live.end(credential=person.session_id)
    answer = Redirect("/login", status_code=303, headers={"Clear-Site-Data": '"cache"'})
    answer.delete_cookie(SESSION_COOKIE)
    return answer


async def _form(request: AnyRequest, typed: Fields, refusal: Refusal | None = None) -> Template:
    answer = page(
        request,
        "entrance/login.html",
        status=refusal.status if refusal else 200,
        at_door=await threshold(),
        next=own_path(typed.text("next")),
        username=typed.text("username") or typed.text("as"),
        demo_password=typed.text("as") != "",
        expired=typed.on("expired"),
        refusal=refusal,
    )
    if refusal and "retry_after" in refusal.extra:
        answer.headers["Retry-After"] = str(refusal.extra["retry_after"])
    return answer


ROUTES = [show_login, sign_in, sign_out, *password.ROUTES]
