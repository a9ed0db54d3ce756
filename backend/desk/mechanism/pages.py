"""The page of the rules in force."""

from typing import Any

from litestar import get
from litestar.params import FromQuery
from litestar.response import Template

from backend.desk.mechanism.queries import mechanisms_of
from backend.foundation.mechanism import chapters, load_profile
from backend.foundation.refusals import Refusal
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import AnyRequest


@get("/profile", guards=[requires("profile.read")])
async def show_profile(request: AnyRequest, of: FromQuery[str] = "") -> Template:
    """The mechanism of one's own township; county bodies choose with `?of=` among those of the townships they serve."""
    codes = await mechanisms_of(request.user)
    if of and of not in codes:
        raise Refusal("not_found")
    if not codes:
        return page(request, "mechanism/none.html")
    profile = load_profile(of or codes[0])
    return page(
        request, "mechanism/profile.html",
        profile=profile, chapters=chapters(profile), choices=_choices(codes, profile.code),
    )  # fmt: skip


def _choices(codes: list[str], current: str) -> list[dict[str, Any]]:
    return [
        {"text": load_profile(code).name, "href": f"/profile?of={code}", "current": code == current}
        for code in codes
    ]


ROUTES = [show_profile]
