"""From the call to the first answer: the server on a database that is there, and `make run` in an empty folder and again."""

import shutil
import subprocess
import sys

from tests.bench.figures import Figure
from tests.bench.raw.serving import AS_IN_AN_OFFICE
from tests.bench.starting import middle_start, start
from tests.rig.server import Server, Servers
from tests.rig.stage import ROOT

TIMES = 5
FIRST_ANSWER_S, EMPTY_FOLDER_S, SECOND_START_S = 1.5, 10, 3
DIGEST = "cat pyproject.toml requirements.lock | cksum | cut -d' ' -f1"


async def measure(servers: Servers) -> list[Figure]:
    bare = servers.prepare("bare", **AS_IN_AN_OFFICE)
    limit = middle_start([sys.executable, "-m", "tests.bench.raw.bare"], bare, TIMES)
    office = servers.prepare("office", **AS_IN_AN_OFFICE)
    ours = middle_start([sys.executable, "-m", "backend", "serve"], office, TIMES)
    first, second = _made(servers)
    return [
        Figure("start to first answer", ours, "s", FIRST_ANSWER_S, limit, better="less", held="value"),
        Figure("make run in an empty folder", first, "s", EMPTY_FOLDER_S, better="less"),
        Figure("make run again", second, "s", SECOND_START_S, better="less"),
    ]


def _made(servers: Servers) -> tuple[float, float]:
    """What a person types, with the dependencies in place: into an empty folder, and once more."""
    stamp = subprocess.run(DIGEST, shell=True, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    command = ["make", f"--assume-old=.venv/.run-{stamp.strip()}", "run"]
    server = servers.prepare("made", **AS_IN_AN_OFFICE)
    _emptied(server, servers)
    took = start(command, server, {}), _again(command, server)
    server.kill()
    return took


def _again(command: list[str], server: Server) -> float:
    server.kill()
    return start(command, server, {})


def _emptied(server: Server, servers: Servers) -> None:
    """No database, no keys, no demo."""
    shutil.rmtree(server.data)
    server.data.mkdir()
    if servers.set_up.cluster:
        servers.set_up.cluster.create(server.data.name)
