"""How soon everybody who listens has heard of a command: from asking for it to the last line written; and what they cost."""

import asyncio
from collections.abc import Sequence
from functools import partial
from statistics import median
from time import perf_counter
from uuid import uuid4

import httpx

from tests.bench import bench_patrol_put as patrols
from tests.bench import house
from tests.bench.figures import Figure
from tests.bench.raw.serving import served
from tests.bench.recording import listening
from tests.bench.watching import children, megabytes
from tests.rig.hearing import Ear, ears
from tests.rig.patience import until
from tests.rig.server import Server, Servers

LISTENERS = (200, 2_000)
COMMANDS = 40
HEARING = ("duiyuan", "duiyuan2", "duizhang", "lingdao", "minjing")
FAN_OUT_MS, MEMORY_MB = {200: 100, 2_000: 250}, 400
EVERY_S = 0.3
PATIENCE_S = 60


async def measure(servers: Servers) -> list[Figure]:
    async with listening():
        await house.found_county()
        tokens = [await house.token(username) for username in HEARING]
    server = served(servers, "product")
    assert server.process is not None
    [worker] = children(server.process.pid)
    figures: list[Figure] = []
    for count in LISTENERS:
        async with ears(count, [server.url], tokens) as heard:
            figures += await _commands(server, tokens[0], heard)
            most = megabytes(worker, "VmRSS")
        figures.append(
            Figure(f"worker with {count:,} listeners", most, "MB", MEMORY_MB, better="less", held="value")
        )
    return figures


async def _commands(server: Server, token: str, heard: Sequence[Ear]) -> list[Figure]:
    """Each listener's wait for each command; and beside it the command's own answer."""
    waits: list[float] = []
    answers: list[float] = []
    headers = {"Authorization": f"Bearer {token}", **patrols.JSON}
    async with httpx.AsyncClient(base_url=server.url, headers=headers, timeout=PATIENCE_S) as asking:
        for number in range(COMMANDS):
            patrol, asked = str(uuid4()), perf_counter()
            answer = await asking.put(f"/api/v1/patrols/{patrol}", content=patrols.body(len(heard) + number))
            answers.append(perf_counter() - asked)
            assert answer.is_success, answer.text
            await until(partial(_have_heard, heard, patrol), longest_s=PATIENCE_S)
            waits += [ear.at[ear.records.index(patrol)] - asked for ear in heard]
            await asyncio.sleep(EVERY_S)
    ordered = sorted(waits)
    count, own = len(heard), median(answers) * 1_000
    late = ordered[int(len(ordered) * 0.99) - 1] * 1_000
    return [
        Figure(f"asked until heard by {count:,}, median", median(ordered) * 1_000, "ms", FAN_OUT_MS[count], own, better="less", held="value"),
        Figure(f"asked until heard by {count:,}, p99", late, "ms", FAN_OUT_MS[count], own, better="less", held="value"),
    ]  # fmt: skip


def _have_heard(heard: Sequence[Ear], patrol: str) -> bool:
    return all(patrol in ear.records[-3:] for ear in heard)
