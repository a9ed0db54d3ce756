"""/p/{token}: a body without accounts reads the case, signs, accepts or returns it. No sign-in; the code on the letter."""

from dataclasses import replace

from litestar import get, post
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect, Template

from backend.casework.handoffs.invitations import visits
from backend.casework.handoffs.invitations.acting import ACTS, carry_out
from backend.casework.handoffs.invitations.drawing import Attempt, at_the_door, the_case
from backend.casework.handoffs.invitations.guests import Guest, cookie_of, guest
from backend.foundation.refusals import Refusal
from backend.foundation.web.forms import read_form
from backend.foundation.web.guards import public
from backend.foundation.web.pages import page
from backend.foundation.web.request import AnyRequest
from backend.foundation.web.visitors import address_of, device_name

PATH = "/p/{link:str}"


@get(PATH, guards=[public])
async def show(request: AnyRequest, link: FromPath[str], said: FromQuery[str] = "") -> Template:
    """The case, or the question for the code."""
    caller = await guest(request, link)
    if not caller.cookie:
        return _door(request, caller, Attempt())
    return await _case(request, caller, Attempt(), said)


@post(f"{PATH}/code", guards=[public])
async def enter(request: AnyRequest, link: FromPath[str]) -> Template | Redirect:
    """Type the code. What was being written when a visit ran out is there again, and not sent by itself."""
    caller, typed = await guest(request, link), await read_form(request)
    door = visits.Door(device_name(request.headers.get("user-agent", "")), address_of(request), caller.at)
    act = typed.text("act") if typed.text("act") in ACTS else ""
    try:
        cookie = await visits.enter(caller.invitation, caller.token, typed.text("code"), door)
    except Refusal as refusal:
        return _door(request, caller, Attempt(typed, act, refusal))
    entered = replace(caller, cookie=cookie)
    answer: Template | Redirect = Redirect(caller.path, status_code=303)
    if act:
        answer = await _case(request, entered, Attempt(typed, act, waiting=True))
    answer.set_cookie(cookie_of(entered, cookie))
    return answer


@post(f"{PATH}/receipt", guards=[public])
async def sign(request: AnyRequest, link: FromPath[str]) -> Template | Redirect:
    """签收."""
    return await _done(request, link, "receipt")


@post(f"{PATH}/acceptance", guards=[public])
async def take_on(request: AnyRequest, link: FromPath[str]) -> Template | Redirect:
    """受理."""
    return await _done(request, link, "acceptance")


@post(f"{PATH}/return", guards=[public])
async def give_back(request: AnyRequest, link: FromPath[str]) -> Template | Redirect:
    """不予受理（退回）, with the reason and the body that is thought to be competent."""
    return await _done(request, link, "return")


@post(f"{PATH}/result", guards=[public])
async def report(request: AnyRequest, link: FromPath[str]) -> Template | Redirect:
    """处理结果反馈."""
    return await _done(request, link, "result")


@post(f"{PATH}/leaving", guards=[public])
async def leave(request: AnyRequest, link: FromPath[str]) -> Redirect:
    """End the visit in this browser; on a shared computer the next person finds the door."""
    caller = await guest(request, link)
    await visits.leave(caller.cookie, caller.at)
    answer = Redirect(caller.path, status_code=303)
    answer.set_cookie(cookie_of(caller, ""))
    return answer


async def _done(request: AnyRequest, link: str, act: str) -> Template | Redirect:
    caller, typed = await guest(request, link), await read_form(request)
    if not caller.cookie:
        return _door(request, caller, Attempt(typed, act, waiting=True))
    try:
        await carry_out(caller, act, typed)
    except Refusal as refusal:
        return await _case(request, caller, Attempt(typed, act, refusal))
    return Redirect(f"{caller.path}?said={act}", status_code=303)


def _door(request: AnyRequest, caller: Guest, attempt: Attempt) -> Template:
    status = attempt.refusal.status if attempt.refusal else (401 if attempt.waiting else 200)
    return _drawn(request, "invitations/door.html", status, attempt, **at_the_door(caller, attempt))


async def _case(request: AnyRequest, caller: Guest, attempt: Attempt, said: str = "") -> Template:
    status = attempt.refusal.status if attempt.refusal else 200
    return _drawn(request, "invitations/case.html", status, attempt, **await the_case(caller, attempt, said))


def _drawn(request: AnyRequest, template: str, status: int, attempt: Attempt, **context: object) -> Template:
    answer = page(request, template, status=status, kept=False, **context)  # type: ignore[arg-type]
    if attempt.refusal and "retry_after" in attempt.refusal.extra:
        answer.headers["Retry-After"] = str(attempt.refusal.extra["retry_after"])
    return answer


ROUTES = [show, enter, sign, take_on, give_back, report, leave]
