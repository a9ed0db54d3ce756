"""The page the service worker shows for what it does not keep. Drawn for nobody, so that a phone may keep it."""

from litestar import get
from litestar.response import Template

from backend.foundation.web.guards import public
from backend.foundation.web.pages import Shell
from backend.foundation.web.request import AnyRequest
from backend.settings import settings


@get("/offline", guards=[public], include_in_schema=False)
async def show_offline(request: AnyRequest) -> Template:
    """The device's look, but nobody's name and no token."""
    theme, care = request.cookies.get("ld-theme", ""), request.cookies.get("ld-care") == "1"
    shell = Shell(person=None, theme=theme, care=care, demo=settings().demo, csrf="")
    return Template("layout/offline.html", context={"shell": shell})


ROUTES = [show_offline]
