"""What the door leaves with a browser, and where it lets it go on to."""

import re

from litestar.datastructures import Cookie

from backend.foundation.now import now
from backend.foundation.people.sign_in import SignedIn
from backend.foundation.web.authentication import SESSION_COOKIE
from backend.foundation.web.request import AnyRequest
from backend.foundation.web.visitors import address_of
from backend.settings import settings

# A slash, then no second one: browsers read "//host" and "/\host" as another site, and drop tabs and newlines.
_OWN_PATH = re.compile(r"/(?![/\\])[^\x00-\x20\\]*")
_SYSTEMS = ("HarmonyOS", "OpenHarmony", "Android", "iPhone", "iPad", "Windows", "Mac OS X", "Linux")
_BROWSERS = (
    ("wxwork", "企业微信"),
    ("MicroMessenger", "微信"),
    ("Edg", "Edge"),
    ("HuaweiBrowser", "华为浏览器"),
    ("MiuiBrowser", "小米浏览器"),
    ("Firefox", "Firefox"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)


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


def device_name(user_agent: str) -> str:
    """What 我的设备 calls a browser, from its User-Agent: `Android · 微信`."""
    system = next((name for name in _SYSTEMS if name in user_agent), "未知系统")
    browser = next((name for mark, name in _BROWSERS if mark in user_agent), "浏览器")
    return f"{system.replace('Mac OS X', 'Mac')} · {browser}"
