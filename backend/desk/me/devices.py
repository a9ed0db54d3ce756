"""我的设备: where the person is signed in; one or all others can be ended from here."""

from litestar import get, post
from litestar.params import FromPath
from litestar.response import Redirect, Template

from backend.foundation import live
from backend.foundation.now import now
from backend.foundation.people.sessions import devices_of, end_other_sessions, end_session
from backend.foundation.refusals import Refusal
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest


@get("/me/devices", guards=[requires("self.use")])
async def show_devices(request: SignedRequest) -> Template:
    """Every browser the person is signed in with, this one marked."""
    found = await devices_of(request.user.id, now())
    return page(request, "me/devices.html", current="me", devices=found, here=request.user.session_id)


@post("/me/devices/{device:str}/ending", guards=[requires("self.use")])
async def end_device(request: SignedRequest, device: FromPath[str]) -> Redirect:
    """Sign one of the person's own devices out."""
    if not await end_session(request.user.id, device, now()):
        raise Refusal("not_found")
    live.end(credential=device)
    return Redirect("/me/devices", status_code=303)


@post("/me/other-devices/ending", guards=[requires("self.use")])
async def end_other_devices(request: SignedRequest) -> Redirect:
    """Sign every device out but this one."""
    await end_other_sessions(request.user.id, request.user.session_id, now())
    live.end(officer=request.user.id, keep=request.user.session_id)
    return Redirect("/me/devices", status_code=303)


ROUTES = [show_devices, end_device, end_other_devices]
