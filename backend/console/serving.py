"""`liandong serve` and `liandong demo`."""

import argparse
import os
from importlib import import_module
from typing import Any

from backend.console.command import Command, Refused, in_one_line
from backend.settings import Settings, settings

LOOPBACK = ("127.0.0.1", "::1", "localhost")


def serve(chosen: argparse.Namespace) -> None:
    """Migrate, load the demo where asked for, and answer until stopped."""
    if chosen.tls:
        os.environ["LIANDONG_SECURE_COOKIES"] = "1"
    given = settings()
    _check_address(given)
    holds_demo = _prepare(given, with_demo=chosen.demo and given.demo)
    if holds_demo and given.env == "production":
        raise Refused("this database holds the demo; give production an empty one (DATABASE_URL)")
    secured = _secure(given) if chosen.tls else {}
    if holds_demo and given.env == "demo":
        print(_announcement(given, "https" if chosen.tls else "http"), flush=True)
    _run(given, secured)


def load_demo(_: argparse.Namespace) -> None:
    """Load the demo into an empty database; harmless where it already is."""
    os.environ.setdefault("LIANDONG_ENV", "demo")
    given = settings()
    if given.env == "production":
        raise Refused("production never holds the demo (LIANDONG_ENV)")
    from backend.console.preparing import prepare

    if not prepare(given, with_demo=True):
        raise Refused("this database holds a real organisation; the demo goes only into an empty one")
    print(_announcement(given))


def _check_address(given: Settings) -> None:
    if given.env == "demo" and given.host not in LOOPBACK and not given.demo_open:
        raise Refused("the demo's passwords are public: beyond this machine only with LIANDONG_DEMO_OPEN=1")


def _prepare(given: Settings, *, with_demo: bool) -> bool:
    """Import the application while another process prepares the database: the worker inherits both."""
    from backend.console.preparing import prepared_apart

    with prepared_apart(given, with_demo=with_demo) as preparing:
        import_module("backend.app")
        return preparing.result()


def _announcement(given: Settings, scheme: str = "http") -> str:
    from backend.demo import announce

    return announce(given, scheme=scheme)


def _run(given: Settings, secured: dict[str, Any]) -> None:
    server = answering("backend.console.worker:create_app", given, secured)
    try:
        server.serve()
    except OSError as error:
        raise Refused(f"{given.host}:{given.port}: {in_one_line(error)}") from None


def answering(factory: str, given: Settings, secured: dict[str, Any]) -> Any:
    """The HTTP server as we run it. One worker: SQLite has one writer, and live streams one hub."""
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    return Granian(
        factory,
        factory=True,
        address=given.host,
        port=given.port,
        interface=Interfaces.ASGI,
        workers=1,
        workers_kill_timeout=5,
        respawn_failed_workers=True,
        log_access=False,
        log_level=LogLevels.warning,
        **secured,
    )


def _secure(given: Settings) -> dict[str, Any]:
    from backend.console.certificates import prepare_certificate

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
