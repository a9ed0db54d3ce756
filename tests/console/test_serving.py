"""Starting, ending and being killed."""

import os
import signal
import socket
import time
from ipaddress import ip_address
from pathlib import Path

import httpx
import pytest

from backend.console import addresses
from backend.console.command import Refused
from backend.console.serving import _check_folder, say_where
from backend.settings import settings
from tests.rig.patience import PATIENCE_S
from tests.rig.ports import is_free
from tests.rig.server import Server, Servers, answers

SHUTDOWN_S = 30


def ended_within(server: Server, seconds: float) -> int:
    assert server.process is not None
    return server.process.wait(timeout=seconds)


def port_is_free(server: Server) -> bool:
    return is_free(int(server.environ["PORT"]))


@pytest.mark.either
@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_cleanly_when_asked(servers: Servers, sign: signal.Signals) -> None:
    server = servers.prepare(f"ending-{sign.name}").start()
    assert server.process is not None
    os.kill(server.process.pid, sign)
    assert ended_within(server, SHUTDOWN_S) == 0
    assert "Traceback" not in server.log.read_text()
    assert port_is_free(server)


def test_a_killed_parent_leaves_no_worker_behind(servers: Servers) -> None:
    server = servers.prepare("killed").start()
    assert server.process is not None
    os.kill(server.process.pid, signal.SIGKILL)
    until = time.monotonic() + SHUTDOWN_S
    while not port_is_free(server):
        assert time.monotonic() < until, "the worker still holds the port"
        time.sleep(0.05)
    server.start()
    assert answers(server.url)
    assert server.liandong("verify").returncode == 0
    server.kill()


@pytest.mark.either
def test_a_killed_worker_is_replaced(servers: Servers) -> None:
    server = servers.prepare("worker").start()
    assert server.process is not None
    [worker] = _children(server.process.pid)
    os.kill(worker, signal.SIGKILL)
    server._wait_until_ready()
    assert answers(server.url)
    server.kill()


def _children(parent: int) -> list[int]:
    """Direct children that are workers: the press belongs to the worker, not to the parent."""
    tasks = Path(f"/proc/{parent}/task/{parent}/children")
    return [int(child) for child in tasks.read_text().split()]


@pytest.mark.either
def test_a_taken_port_is_said_before_anything_is_touched(servers: Servers) -> None:
    server = servers.prepare("taken")
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", int(server.environ["PORT"])))
        holder.listen()
        done = server.liandong("serve")
    assert done.returncode == 1
    assert done.stderr == f"liandong serve: 127.0.0.1:{server.environ['PORT']}: Address already in use\n"


def test_sign_in_works_on_the_first_start_that_also_loads_the_demo(servers: Servers) -> None:
    server = servers.prepare("first", LIANDONG_ENV="demo", LIANDONG_CLOCK_FILE="").start("--demo")
    form = {"username": "duiyuan", "password": "liandong-demo"}
    answer = httpx.post(f"{server.url}/login", data=form, headers={"Origin": server.url}, timeout=PATIENCE_S)
    assert answer.status_code == httpx.codes.SEE_OTHER
    assert "session=" in answer.headers["set-cookie"]
    assert "liandong-demo" in server.log.read_text()
    server.kill()


@pytest.mark.either
def test_the_demo_stays_out_when_it_is_not_wanted(servers: Servers) -> None:
    server = servers.prepare("bare", LIANDONG_ENV="demo", LIANDONG_DEMO="0", LIANDONG_CLOCK_FILE="")
    server.start("--demo")
    assert "liandong-demo" not in server.log.read_text()
    form = {"username": "duiyuan", "password": "liandong-demo"}
    answer = httpx.post(f"{server.url}/login", data=form, headers={"Origin": server.url}, timeout=PATIENCE_S)
    assert answer.status_code == httpx.codes.UNAUTHORIZED
    server.kill()


@pytest.mark.parametrize(
    ("environ", "address"),
    [
        ({"HOST": "127.0.0.1"}, None),
        ({"HOST": "0.0.0.0", "LIANDONG_ADDRESS": "https://liandong.example"}, "https://liandong.example"),
        ({"HOST": "0.0.0.0", "PORT": "8443"}, "https://192.168.10.24:8443"),
    ],
)
def test_papers_lead_to_where_phones_find_the_server(
    environ: dict[str, str], address: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HOST", "PORT", "LIANDONG_ADDRESS"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(addresses, "for_phones", lambda host: ip_address("192.168.10.24"))
    say_where(secured=True)
    assert os.environ.get("LIANDONG_ADDRESS") == address
    monkeypatch.delenv("LIANDONG_ADDRESS", raising=False)


def test_a_folder_it_cannot_write_to_is_told_before_a_worker_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    """Otherwise the worker ends in traces and is started again for ever. Whoever tests as root may write anywhere."""
    _check_folder(settings())
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(Refused, match="cannot be written; give it to the user"):
        _check_folder(settings())
