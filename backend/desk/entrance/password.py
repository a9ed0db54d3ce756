"""/password: the first password is changed before anything else; any other when its owner likes."""

from litestar import get, post
from litestar.response import Redirect, Template

from backend.desk.entrance.commands import set_password
from backend.desk.entrance.cookies import session_cookie, visitor
from backend.foundation.now import now
from backend.foundation.refusals import Refusal
from backend.foundation.web.forms import read_form
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest


@get("/password", guards=[requires("self.use")])
async def show_password(request: SignedRequest) -> Template:
    return _form(request)


@post("/password", guards=[requires("self.use")])
async def change_password(request: SignedRequest) -> Template | Redirect:
    """Set it and go on; other devices have to sign in again."""
    sent = await read_form(request)
    typed = (sent.raw(name) for name in ("current", "password", "again"))
    try:
        signed_in = await set_password(request.user, *typed, **visitor(request), at=now())
    except Refusal as refusal:
        return _form(request, refusal)
    answer = Redirect("/" if request.user.must_change_password else "/me", status_code=303)
    answer.set_cookie(session_cookie(signed_in))
    return answer


def _form(request: SignedRequest, refusal: Refusal | None = None) -> Template:
    """What was wrong stands under its field; what is about the password as a whole under the new one."""
    errors = {}
    if refusal is not None:
        words = f"{refusal.entry.title}，{refusal.detail or refusal.entry.do}"
        errors = refusal.fields or {"current" if refusal.code == "sign_in_delayed" else "password": words}
    status = refusal.status if refusal else 200
    answer = page(request, "entrance/password.html", current="me", status=status, errors=errors)
    if refusal and "retry_after" in refusal.extra:
        answer.headers["Retry-After"] = str(refusal.extra["retry_after"])
    return answer


ROUTES = [show_password, change_password]
