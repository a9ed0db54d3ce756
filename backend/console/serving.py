"""`liandong serve` and `liandong demo`."""

import argparse
import multiprocessing
import os
import socket
from importlib import import_module
from typing import Any

from backend.console.command import Command, Refused
from backend.console.lasting import lasting
from backend.console.readiness import unwritable
from backend.settings import Settings, settings

MOST_AT_ONCE = 8_192  # answers being written, each open live stream one of them
LOOPBACK = ("127.0.0.1", "::1", "localhost")


def serve(chosen: argparse.Namespace) -> None:
    """Migrate, load the demo where asked for, and answer until stopped."""
    if chosen.tls:
        os.environ["LIANDONG_SECURE_COOKIES"] = "1"
    say_where(secured=chosen.tls)
    given = settings()
    _check_address(given)
    _check_folder(given)
    holds_demo = _prepare(given, with_demo=chosen.demo and given.demo)
    if holds_demo and given.env == "production":
        raise Refused("this database holds the demo; give production an empty one (DATABASE_URL)")
    if holds_demo and given.env == "demo":
        print(_announcement(given, "https" if chosen.tls else "http"), flush=True)
    if chosen.tls:
        _run_secured(given)
    else:
        _run(given, {})


def say_where(*, secured: bool) -> None:
    """Papers lead to where phones on the same network find this server, unless the environment says where that is."""
    from backend.console.addresses import ANY_IPV4, ANY_IPV6, for_phones, in_url

    host, port = os.environ.get("HOST", ""), os.environ.get("PORT", "8000")
    if os.environ.get("LIANDONG_ADDRESS") or host not in (ANY_IPV4, ANY_IPV6):
        return
    if address := for_phones(host):
        os.environ["LIANDONG_ADDRESS"] = f"{'https' if secured else 'http'}://{in_url(address)}:{port}"


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
    """Before anything is touched: may it listen there, and can it."""
    if given.env == "demo" and given.host not in LOOPBACK and not given.demo_open:
        raise Refused("the demo's passwords are public: beyond this machine only with LIANDONG_DEMO_OPEN=1")
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            given.host, given.port, type=socket.SOCK_STREAM
        )[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        raise Refused(f"{given.host}:{given.port}: {error.strerror}") from None


def _prepare(given: Settings, *, with_demo: bool) -> bool:
    """Import the application while another process prepares the database: the worker inherits both."""
    from backend.console.preparing import prepared_apart

    with prepared_apart(given, with_demo=with_demo) as preparing:
        with lasting():
            import_module("backend.app")
        return preparing.result()


def _check_folder(given: Settings) -> None:
    """A worker that cannot write ends with a page of traces, and is started again for ever."""
    if fault := unwritable(given.data_dir):
        raise Refused(fault)


def _announcement(given: Settings, scheme: str = "http") -> str:
    from backend.console.addresses import in_url, reachable
    from backend.demo import announce

    return announce(f"{scheme}://{in_url(address)}:{given.port}" for address in reachable(given.host))


def _run(given: Settings, secured: dict[str, Any]) -> None:
    answering("backend.console.worker:create_app", given, secured).serve()


def answering(factory: str, given: Settings, secured: dict[str, Any]) -> Any:
    """The HTTP server as we run it. One worker: SQLite has one writer, and live streams one hub."""
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    server: Any = Granian(
        factory,
        factory=True,
        address=given.host,
        port=given.port,
        interface=Interfaces.ASGI,
        workers=1,
        backpressure=MOST_AT_ONCE,
        workers_kill_timeout=5,
        respawn_failed_workers=True,
        log_access=False,
        log_level=LogLevels.warning,
        **secured,
    )
    stop = server.signal_handler_interrupt

    def stop_after_streams(*args: Any) -> None:
        end_streams()
        stop(*args)

    server.signal_handler_interrupt = stop_after_streams
    return server


def end_streams() -> None:
    """In every worker of this process: they would wait for the readers of live streams to leave."""
    from backend.foundation.live.running import END_STREAMS

    for worker in multiprocessing.active_children():
        if worker.pid is not None:
            os.kill(worker.pid, END_STREAMS)


def _run_secured(given: Settings) -> None:
    """With a certificate of our own, and beside it the page that leads phones to it."""
    from granian.constants import SSLProtocols

    from backend.console import addresses, phones
    from backend.console.certificates import credentials
    from backend.foundation.now import now

    made = credentials(given.data_dir / "tls", addresses.reachable(given.host), now())
    secured = {"ssl_cert": made.certificate, "ssl_key": made.key, "ssl_protocol_min": SSLProtocols.tls12}
    address = addresses.for_phones(given.host)
    if address is None:
        print(f"  {given.host} 只有本机能打开；要让手机连上，用 HOST=0.0.0.0", flush=True)
        _run(given, secured)
        return
    with phones.guide(given, made.authority, address):
        print(phones.announcement(given, made.authority, address), flush=True)
        _run(given, secured)


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
