"""What the door leaves with a browser, and where it lets it go on to."""

import re

from litestar.datastructures import Cookie

from backend.foundation.now import now
from backend.foundation.people.sign_in import SignedIn
from backend.foundation.web.authentication import SESSION_COOKIE
from backend.foundation.web.request import AnyRequest
from backend.foundation.web.visitors import address_of, device_name
from backend.settings import settings

# A slash, then no second one: browsers read "//host" and "/\host" as another site, and drop tabs and newlines.
_OWN_PATH = re.compile(r"/(?![/\\])[^\x00-\x20\\]*")


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
    """A path on this site to go on to; empty for anything that could lead elsewhere."""
    return text if _OWN_PATH.fullmatch(text) else ""


def visitor(request: AnyRequest) -> dict[str, str]:
    """Which browser is at the door, and from where."""
    return {
        "device": device_name(request.headers.get("user-agent", "")),
        "address": address_of(request),
    }
