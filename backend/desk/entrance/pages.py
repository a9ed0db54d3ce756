"""Signing in and out."""

from typing import Annotated, Any

from litestar import Request, get, post
from litestar.datastructures import Cookie
from litestar.enums import RequestEncodingType
from litestar.params import Body
from litestar.response import Redirect, Response, Template

from backend.foundation.now import now
from backend.foundation.people.sessions import end_session
from backend.foundation.people.sign_in import SignedIn, sign_in
from backend.foundation.refusals import Refusal
from backend.foundation.web.authentication import SESSION_COOKIE
from backend.foundation.web.guards import public, requires
from backend.foundation.web.pages import page
from backend.settings import settings

AnyRequest = Request[Any, Any, Any]
Form = Annotated[dict[str, str], Body(media_type=RequestEncodingType.URL_ENCODED)]


@get("/login", guards=[public])
async def show_login(request: AnyRequest, next: str = "") -> Template:  # noqa: A002 - the word in the address
    return page(request, "entrance/login.html", next=own_path(next), username="", refusal=None)


@post("/login", guards=[public], status_code=303)
async def enter(request: AnyRequest, data: Form) -> Response[Any]:
    """Open a session; a wrong password shows the form again with the name still in it."""
    username, back = data.get("username", "").strip(), own_path(data.get("next", ""))
    try:
        signed_in = await sign_in(
            username,
            data.get("password", ""),
            device=device_name(request.headers.get("user-agent", "")),
            address=request.client.host if request.client else "",
            at=now(),
        )
    except Refusal as refusal:
        return _login_again(request, username, back, refusal)
    answer = Redirect("/password" if signed_in.must_change_password else back or "/", status_code=303)
    answer.set_cookie(session_cookie(signed_in))
    return answer


@post("/sign-out", guards=[requires("self.use")], status_code=303)
async def leave(request: AnyRequest) -> Redirect:
    """End the session; Clear-Site-Data empties what the device kept of this person."""
    person = request.user
    if person.session_id:
        await end_session(person.id, person.session_id, now())
    answer = Redirect("/login", status_code=303, headers={"Clear-Site-Data": '"cache"'})
    answer.delete_cookie(SESSION_COOKIE)
    return answer


def session_cookie(signed_in: SignedIn) -> Cookie:
    return Cookie(
        key=SESSION_COOKIE,
        value=signed_in.cookie,
        max_age=int((signed_in.expires_at - now()).total_seconds()),
        httponly=True,
        secure=settings().secure_cookies,
        samesite="lax",
    )


def own_path(text: str) -> str:
    """A path on this site to go back to; empty for anything that could lead elsewhere."""
    return text if text.startswith("/") and not text.startswith(("//", "/\\")) and "\n" not in text else ""


def device_name(user_agent: str) -> str:
    """What 我的设备 calls a browser, from its User-Agent."""
    systems = ("Android", "HarmonyOS", "iPhone", "iPad", "Windows", "Mac OS X", "Linux")
    browsers = (
        ("MicroMessenger", "微信"),
        ("Edg", "Edge"),
        ("Chrome", "Chrome"),
        ("Firefox", "Firefox"),
        ("Safari", "Safari"),
    )
    system = next((name for name in systems if name in user_agent), "未知系统")
    browser = next((name for mark, name in browsers if mark in user_agent), "浏览器")
    return f"{system} · {browser}"


def _login_again(request: AnyRequest, username: str, back: str, refusal: Refusal) -> Response[Any]:
    answer = page(
        request, "entrance/login.html", next=back, username=username, refusal=refusal, status=refusal.status
    )
    if "retry_after" in refusal.extra:
        answer.headers["Retry-After"] = str(refusal.extra["retry_after"])
    return answer


ROUTES = [show_login, enter, leave]
