"""`liandong serve` and `liandong demo`."""

import argparse
import asyncio
import os
import sys

from backend.console.command import Command, Refused
from backend.settings import Settings, settings


def serve(chosen: argparse.Namespace) -> None:
    """Migrate, load the demo where asked for, and answer until stopped."""
    if not chosen.demo:
        os.environ.setdefault("LIANDONG_ENV", "production")
    given = settings()
    _check_address(given)
    holds_demo = asyncio.run(_prepare(given, with_demo=chosen.demo and given.demo))
    if holds_demo and given.env == "production":
        raise Refused("this database holds the demo; give production an empty one (DATABASE_URL)")
    if holds_demo and given.env == "demo":
        print(_announcement(given, "https" if chosen.tls else "http"), flush=True)
    _run(given, tls=chosen.tls)


def load_demo(_: argparse.Namespace) -> None:
    """Load the demo into an empty database; harmless where it already is."""
    os.environ.setdefault("LIANDONG_ENV", "demo")
    given = settings()
    if given.env == "production":
        raise Refused("production never holds the demo (LIANDONG_ENV)")
    if not asyncio.run(_prepare(given, with_demo=True)):
        raise Refused("this database holds a real organisation; the demo goes only into an empty one")
    print(_announcement(given))


async def _prepare(given: Settings, *, with_demo: bool) -> bool:
    """Migrate, load the demo where asked for, and answer whether the database holds it."""
    import contextlib
    import io

    from backend.demo import holds_demo, load_if_empty, profile_warning
    from backend.foundation.database import close_database, migrate, open_database

    with contextlib.redirect_stdout(io.StringIO()):
        await migrate()
    await open_database()
    try:
        if warning := await profile_warning(given):
            print(warning, file=sys.stderr, flush=True)
        if with_demo:
            await load_if_empty(given)
        return await holds_demo()
    finally:
        await close_database()


def _announcement(given: Settings, scheme: str = "http") -> str:
    from backend.demo import announce

    return announce(given, scheme=scheme)


def _check_address(given: Settings) -> None:
    loopback = given.host in ("127.0.0.1", "::1", "localhost")
    if given.env == "demo" and not loopback and not given.demo_open:
        raise Refused("the demo's passwords are public: beyond this machine only with LIANDONG_DEMO_OPEN=1")


def _run(given: Settings, *, tls: bool) -> None:
    from granian import Granian
    from granian.constants import Interfaces

    certificate = _certificate(given) if tls else {}
    Granian(
        "backend.app:create_app",
        factory=True,
        address=given.host,
        port=given.port,
        interface=Interfaces.ASGI,
        workers=1,
        workers_kill_timeout=5,
        log_access=False,
        log_level="warning",
        **certificate,
    ).serve()


def _certificate(given: Settings) -> dict[str, object]:
    from backend.console.certificates import prepare_certificate

    os.environ["LIANDONG_SECURE_COOKIES"] = "1"
    prepared = prepare_certificate(given)
    print(prepared.announcement, flush=True)
    return {"ssl_cert": prepared.certificate, "ssl_key": prepared.key}


COMMANDS = (
    Command(
        "serve",
        "answer on HOST:PORT; production unless LIANDONG_ENV says otherwise",
        serve,
        (
            (("--demo",), {"action": "store_true", "help": "load the demo into an empty database first"}),
            (
                ("--tls",),
                {"action": "store_true", "help": "make an own CA and certificate and show a QR for phones"},
            ),
        ),
    ),
    Command("demo", "load the demo into an empty database", load_demo),
)
