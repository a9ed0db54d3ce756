"""From where and with what somebody asks, also through proxies that are known by name. Pure but for the settings."""

import re
from collections.abc import Iterable, Sequence
from ipaddress import IPv4Address, IPv6Address, ip_address

from backend.foundation.web.request import AnyRequest
from backend.settings import Network, settings

Address = IPv4Address | IPv6Address

_FOR = re.compile(r"""(?:^|[;\s])for=("[^"]*"|[^;\s]*)""", re.IGNORECASE)
_WITH_PORT = re.compile(r"\[(?P<six>[^\]]+)\](?::\d+)?|(?P<four>\d+\.\d+\.\d+\.\d+):\d+")

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


def address_of(request: AnyRequest) -> str:
    """The visitor's address; behind a proxy named in LIANDONG_PROXIES the one it says it was asked from."""
    peer = request.client.host if request.client else ""
    given = settings()
    told = request.headers.getall(given.proxy_header, [])
    return asked_from(peer, told, given.proxies, given.proxy_header)


def asked_from(peer: str, told: Iterable[str], proxies: Sequence[Network], header: str) -> str:
    """The nearest address that is none of our proxies.

    Each proxy writes whom it was asked by behind what it was told, so what stands before the first stranger from the
    end is only what that stranger says. A word that is no address ends the walk.
    """
    hops = [hop for line in told for hop in line.split(",")]
    if header == "forwarded":
        hops = [found[1] if (found := _FOR.search(hop)) else "" for hop in hops]
    nearest = _read(peer)
    while nearest is not None and hops and _is_one_of(proxies, nearest):
        further = _read(hops.pop())
        if further is None:
            break
        nearest = further
    return str(nearest) if nearest is not None else peer


def _is_one_of(proxies: Sequence[Network], address: Address) -> bool:
    return any(address in network for network in proxies)


def _read(text: str) -> Address | None:
    """An address as these headers write it: quoted, in brackets, with a port. None for `unknown` and `_hidden`."""
    bare = text.strip().strip('"')
    if found := _WITH_PORT.fullmatch(bare):
        bare = found["six"] or found["four"]
    try:
        address = ip_address(bare)
    except ValueError:
        return None
    return (address.ipv4_mapped or address) if isinstance(address, IPv6Address) else address


def device_name(user_agent: str) -> str:
    """What 我的设备 calls a browser, from its User-Agent: `Android · 微信`."""
    system = next((name for name in _SYSTEMS if name in user_agent), "未知系统")
    browser = next((name for mark, name in _BROWSERS if mark in user_agent), "浏览器")
    return f"{system.replace('Mac OS X', 'Mac')} · {browser}"
