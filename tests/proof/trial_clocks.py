"""Four workers that sweep at once, with nothing to keep them apart, write every limit's end exactly once.

Each is a process of its own on the same database and takes whatever it finds due; what the others have carried on
meanwhile it must leave alone. One of them is killed in the middle.
"""

import asyncio
import os
import subprocess
import sys

from tests.bench.many_clocks import LATE
from tests.rig.server import Server, Servers
from tests.rig.stage import ROOT
from tests.rig.standing import standing

SMALL = {"clocks": 600}
PIECES = ({"clocks": 100_000},)

WORKERS = 4
_ENDED = (
    "SELECT COUNT(*) AS events, COUNT(DISTINCT record_id) AS records, COUNT(DISTINCT made_at) AS moments "
    "FROM events WHERE kind = 'clock.overdue'"
)
_WARNED = (
    "SELECT COUNT(*) AS warnings, COUNT(DISTINCT clock) AS clocks FROM clock_warnings WHERE kind = 'limit'"
)
_CHAINS = "SELECT c.seq, (SELECT COUNT(*) FROM events e WHERE e.chain = c.id) AS events FROM chains c"


async def run(servers: Servers, clocks: int) -> dict[str, int]:
    server = servers.prepare(f"clocks-{clocks}")
    assert (await _done(_worker(server, "fill", str(clocks)))).strip() == str(clocks)
    server.clock.at(LATE)
    workers = [_worker(server, "sweep") for _ in range(WORKERS)]
    victim = _worker(server, "sweep")
    steps = [int(told) for told in await asyncio.gather(*map(_done, workers), _killed(victim))]
    (ended,) = await standing(server, _ENDED)
    (warned,) = await standing(server, _WARNED)
    assert ended == {"events": clocks, "records": clocks, "moments": 1}, ended
    assert warned == {"warnings": clocks, "clocks": clocks}, warned
    assert all(chain["seq"] == chain["events"] for chain in await standing(server, _CHAINS))
    return {"clocks": clocks, "events": ended["events"], "steps seen": sum(steps), "doubled": 0, "lost": 0}


def _worker(server: Server, *arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "tests.proof.sweeping", *arguments],
        cwd=ROOT, env={**os.environ, **server.environ}, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip


async def _done(worker: "subprocess.Popen[str]") -> str:
    told, _ = await asyncio.to_thread(worker.communicate)
    assert worker.returncode == 0, worker.args
    return told


async def _killed(worker: "subprocess.Popen[str]") -> str:
    """Ended at a moment nobody chose, perhaps with a batch half written."""
    try:
        await asyncio.to_thread(worker.wait, 2.5)
    except subprocess.TimeoutExpired:
        worker.kill()
    await asyncio.to_thread(worker.communicate)
    return "0"
