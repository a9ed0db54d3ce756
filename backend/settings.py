"""Deployment settings, read once from the environment; a bad value stops the start.

Everything an administrator may change while the product runs is a preference (foundation.preferences).
"""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path

Network = IPv4Network | IPv6Network

ROOT = Path(__file__).parent.parent
ENVIRONMENTS = ("demo", "production", "test")
TILE_SYSTEMS = ("wgs84", "gcj02")
PROXY_HEADERS = ("x-forwarded-for", "forwarded")
PORTS = range(1, 65536)
TILES = re.compile(
    r"https?://[^/\s;,'\"]+/[^\s;,'\"]*"
)  # what stands in a content policy holds none of its signs
ADDRESS = re.compile(r"https?://[^/\s;,'\"?#]+")
MAIL = re.compile(r"mailtos?://\S+")
GATEWAY = re.compile(r"https?://\S+")
SUBDOMAINS = re.compile(r"[0-9a-z]{1,16}")


class BadSetting(ValueError):
    """An environment variable holds what the product cannot start with."""

    def __init__(self, name: str, problem: str) -> None:
        super().__init__(f"{name}: {problem}")


@dataclass(frozen=True)
class Settings:
    """What one process runs with. `data_dir` holds database, photos, keys and signed heads.

    `profile` is what a new demo is made with; empty when nothing was said.
    """

    env: str
    data_dir: Path
    database_url: str
    host: str
    port: int
    demo: bool
    demo_open: bool
    profile: str
    clock_file: Path | None
    tile_url: str
    tile_subdomains: str
    tile_system: str
    tile_attribution: str
    font_dir: Path | None
    secure_cookies: bool
    proxies: tuple[Network, ...]
    proxy_header: str
    address: str
    mail_url: str
    bots_url: str
    sms_url: str
    sms_key: str
    push_hosts: tuple[str, ...]

    @property
    def tile_host(self) -> str:
        """Origin of the tile source for the content policy; empty without tiles.

        https://t{s}.tianditu.gov.cn becomes https://*.tianditu.gov.cn: a policy knows the star alone as first label.
        """
        return re.sub(r"(?<=//)[^./]*{s}[^./]*", "*", "/".join(self.tile_url.split("/")[:3]))


def read_settings(environ: Mapping[str, str]) -> Settings:
    """Settings from `environ`; BadSetting names the variable and what it may hold."""
    env = _one_of(environ, "LIANDONG_ENV", ENVIRONMENTS, "production")
    data_dir = Path(environ.get("LIANDONG_DATA") or ROOT / "var").resolve()
    return Settings(
        env=env,
        data_dir=data_dir,
        database_url=_database_url(environ, data_dir),
        host=environ.get("HOST", "127.0.0.1"),
        port=_port(environ),
        demo=_flag(environ, "LIANDONG_DEMO", default=env == "demo"),
        demo_open=_flag(environ, "LIANDONG_DEMO_OPEN", default=False),
        profile=environ.get("LIANDONG_PROFILE", ""),
        clock_file=_clock_file(environ, env),
        tile_url=_tiles(environ),
        tile_subdomains=_subdomains(environ),
        tile_system=_one_of(environ, "LIANDONG_TILES_SYSTEM", TILE_SYSTEMS, "wgs84"),
        tile_attribution=environ.get("LIANDONG_TILES_ATTRIBUTION", ""),
        font_dir=Path(environ["FONT_DIR"]) if environ.get("FONT_DIR") else None,
        secure_cookies=_flag(environ, "LIANDONG_SECURE_COOKIES", default=False),
        proxies=_networks(environ),
        proxy_header=_one_of(environ, "LIANDONG_PROXY_HEADER", PROXY_HEADERS, PROXY_HEADERS[0]),
        address=_address(environ),
        mail_url=_matching(environ, "LIANDONG_MAIL", MAIL, "mailtos://name:password@server?from=name@office"),
        bots_url=_matching(
            environ, "LIANDONG_BOTS", ADDRESS, "https://name or http://name:port, without a path"
        ),
        sms_url=_matching(environ, "LIANDONG_SMS", GATEWAY, "the gateway's address, http:// or https://"),
        sms_key=environ.get("LIANDONG_SMS_KEY", ""),
        push_hosts=tuple(filter(None, environ.get("LIANDONG_PUSH_HOSTS", "").replace(" ", "").split(","))),
    )


@cache
def settings() -> Settings:
    return read_settings(os.environ)


def _clock_file(environ: Mapping[str, str], env: str) -> Path | None:
    clock_file = environ.get("LIANDONG_CLOCK_FILE")
    if clock_file and env != "test":
        raise BadSetting("LIANDONG_CLOCK_FILE", "only with LIANDONG_ENV=test")
    return Path(clock_file) if clock_file else None


def _database_url(environ: Mapping[str, str], data_dir: Path) -> str:
    url = environ.get("DATABASE_URL") or f"sqlite:///{data_dir / 'liandong.sqlite3'}"
    if url.split("://")[0] not in ("sqlite", "postgres", "postgresql"):
        raise BadSetting("DATABASE_URL", "begins with sqlite:/// or postgresql://")
    return url


def _port(environ: Mapping[str, str]) -> int:
    text = environ.get("PORT", "8000")
    if not text.isdigit() or int(text) not in PORTS:
        raise BadSetting("PORT", f"{text!r} is no port number")
    return int(text)


def _address(environ: Mapping[str, str]) -> str:
    """Where people open the product, without a stroke at the end: what papers and their codes lead to."""
    given = environ.get("LIANDONG_ADDRESS", "").rstrip("/")
    if given and not ADDRESS.fullmatch(given):
        raise BadSetting("LIANDONG_ADDRESS", "https://name or http://name:port, without a path")
    secured = _flag(environ, "LIANDONG_SECURE_COOKIES", default=False)
    host = environ.get("HOST", "127.0.0.1")
    return (
        given or f"{'https' if secured else 'http'}://{f'[{host}]' if ':' in host else host}:{_port(environ)}"
    )


def _matching(environ: Mapping[str, str], name: str, shape: re.Pattern[str], wanted: str) -> str:
    """A text of that shape, without a stroke at the end, or nothing."""
    text = environ.get(name, "").rstrip("/")
    if text and not shape.fullmatch(text):
        raise BadSetting(name, wanted)
    return text


def _tiles(environ: Mapping[str, str]) -> str:
    url = environ.get("LIANDONG_TILES", "")
    if url and not (TILES.fullmatch(url) and all(mark in url for mark in ("{x}", "{y}", "{z}"))):
        raise BadSetting("LIANDONG_TILES", "an address of tiles with {x}, {y} and {z}, perhaps {s}")
    return url


def _subdomains(environ: Mapping[str, str]) -> str:
    """What stands for {s}, one sign each: 01234567 for 天地图, 1234 for 高德."""
    text = environ.get("LIANDONG_TILES_SUBDOMAINS") or "abc"
    if not SUBDOMAINS.fullmatch(text):
        raise BadSetting("LIANDONG_TILES_SUBDOMAINS", f"{text!r} is no row of letters and figures")
    return text


def _networks(environ: Mapping[str, str]) -> tuple[Network, ...]:
    """Addresses or networks of the proxies in front, with commas between: `10.0.0.5, 192.168.3.0/24`."""
    named = [text.strip() for text in environ.get("LIANDONG_PROXIES", "").split(",") if text.strip()]
    try:
        return tuple(ip_network(text) for text in named)
    except ValueError as fault:
        raise BadSetting("LIANDONG_PROXIES", str(fault)) from None


def _one_of(environ: Mapping[str, str], name: str, allowed: tuple[str, ...], default: str) -> str:
    value = environ.get(name) or default
    if value not in allowed:
        raise BadSetting(name, f"{value!r} is none of {', '.join(allowed)}")
    return value


def _flag(environ: Mapping[str, str], name: str, *, default: bool) -> bool:
    value = environ.get(name, "")
    if value not in ("", "0", "1"):
        raise BadSetting(name, f"{value!r} is neither 0 nor 1")
    return value == "1" if value else default
