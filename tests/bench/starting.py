"""How long a server takes from the moment it is called to its first answer; its modules are compiled, as after any first start."""

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from http.client import HTTPConnection
from statistics import median

from tests.rig.server import Server
from tests.rig.stage import ROOT, stage

GIVEN_UP_S = 60
BETWEEN_S = 0.005


def compiled() -> dict[str, str]:
    """An environment in which Python keeps what it compiled, beside the tree."""
    return {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(stage().folder / "bytecode")}


def start(command: Sequence[str], server: Server, environ: Mapping[str, str]) -> float:
    """Seconds until the server's sign-in page is there; the server runs on."""
    begun = time.perf_counter()
    with server.log.open("ab") as log:
        server.process = subprocess.Popen(
            command, cwd=ROOT, env={**os.environ, **server.environ, **compiled(), **environ},
            stdout=log, stderr=log, start_new_session=True,
        )  # fmt: skip
    while not _answers(server):
        assert server.process.poll() is None, server.log.read_text()
        assert time.perf_counter() - begun < GIVEN_UP_S, server.log.read_text()
        time.sleep(BETWEEN_S)
    return time.perf_counter() - begun


def middle_start(command: Sequence[str], server: Server, times: int) -> float:
    """The median of so many starts, after one that does not count: it compiles."""
    took = []
    for _ in range(times + 1):
        took.append(start(command, server, {}))
        server.kill()
    return median(took[1:])


def _answers(server: Server) -> bool:
    asking = HTTPConnection("127.0.0.1", int(server.environ["PORT"]), timeout=GIVEN_UP_S)
    try:
        asking.request("GET", "/login")
        return asking.getresponse().status < 500
    except OSError:
        return False
    finally:
        asking.close()
