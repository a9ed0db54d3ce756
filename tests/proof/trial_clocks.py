"""Four workers that sweep one database at once write every limit's end exactly once, also when a fifth is killed.

Each is a process of its own. With the lease they take turns, and the lease of the killed one runs out; without it each
takes whatever it finds due and must leave alone what the others have carried on meanwhile.
"""

import asyncio
import os
import subprocess
import sys

from tests.bench.many_clocks import LATE
from tests.rig.server import Server, Servers
from tests.rig.stage import ROOT
from tests.rig.standing import standing

SMALL = {"clocks": 600, "leased": False}
PIECES = ({"clocks": 100_000, "leased": True}, {"clocks": 20_000, "leased": False})

WORKERS = 4
_ENDED = (
    "SELECT COUNT(*) AS events, COUNT(DISTINCT record_id) AS records, COUNT(DISTINCT made_at) AS moments "
    "FROM events WHERE kind = 'clock.overdue'"
)
_WARNED = (
    "SELECT COUNT(*) AS warnings, COUNT(DISTINCT clock) AS clocks FROM clock_warnings WHERE kind = 'limit'"
)
_CHAINS = "SELECT c.seq, (SELECT COUNT(*) FROM events e WHERE e.chain = c.id) AS events FROM chains c"


async def run(servers: Servers, clocks: int, leased: bool) -> dict[str, int]:
    server = servers.prepare(f"clocks-{clocks}")
    assert (await _done(_worker(server, "fill", str(clocks)))).strip() == str(clocks)
    server.clock.at(LATE)
    time = asyncio.create_task(_passing(server))
    how = "share" if leased else "sweep"
    victim = _worker(server, how)
    workers = [_worker(server, how) for _ in range(WORKERS)]
    steps = [int(told) for told in await asyncio.gather(_killed(victim), *map(_done, workers))]
    time.cancel()
    (ended,) = await standing(server, _ENDED)
    (warned,) = await standing(server, _WARNED)
    assert ended == {"events": clocks, "records": clocks, "moments": 1}, ended
    assert warned == {"warnings": clocks, "clocks": clocks}, warned
    assert all(chain["seq"] == chain["events"] for chain in await standing(server, _CHAINS))
    return {"clocks": clocks, "events": ended["events"], "steps seen": sum(steps), "doubled": 0, "lost": 0}


async def _passing(server: Server) -> None:
    """Seconds go by, or the lease of whoever was killed would never run out."""
    while True:
        await asyncio.sleep(1)
        server.clock.later(seconds=1)


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
