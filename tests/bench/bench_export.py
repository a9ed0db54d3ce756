"""A spreadsheet of a hundred thousand patrols, written beside the answering: how long others wait meanwhile, and how
near the end of its lease the writing ever came."""

import asyncio
import time
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from statistics import quantiles
from typing import Any

import httpx

from backend.desk.ledger.export.commands import LEASE
from tests.bench import house
from tests.bench.figures import Figure
from tests.bench.filling import PATROLS, fill
from tests.bench.raw.serving import served
from tests.bench.recording import listening
from tests.rig.patience import PATIENCE_S
from tests.rig.server import Server, Servers
from tests.rig.standing import standing

ASKED_EVERY_S, LOOKED_EVERY_S, QUIET = 0.02, 0.5, 200
WHOLE_S, WAITING_MS, LEFT_S = 480, 100, 10
STANDING = "SELECT e.state, l.held_until FROM exports e LEFT JOIN leases l ON l.name LIKE 'export:%'"


async def measure(servers: Servers) -> list[Figure]:
    async with listening():
        await house.found_county()
        await fill()
        token = await house.token("lingdao")
    server = served(servers, "product")
    known = {"Authorization": f"Bearer {token}"}
    async with httpx.AsyncClient(base_url=server.url, headers=known, timeout=PATIENCE_S) as asking:
        quiet = [await _answer(asking) for _ in range(QUIET)]
        begun = time.perf_counter()
        await _begin(asking)
        left = asyncio.create_task(_least_left(server))
        meanwhile = [waited async for waited in _until(asking, left)]
        took = time.perf_counter() - begun
    return [
        Figure(f"XLSX of {PATROLS:,} patrols", took, "s", WHOLE_S, better="less"),
        Figure("/healthz meanwhile, 99 of 100 within", _most(meanwhile), "ms", WAITING_MS, _most(quiet),
               better="less", held="value"),
        Figure(f"left of its lease of {LEASE.seconds} s, at least", left.result(), "s", LEFT_S),
    ]  # fmt: skip


async def _begin(asking: httpx.AsyncClient) -> None:
    answer = await asking.post("/ledger/exports", data={"format": "xlsx"})
    assert answer.is_success or answer.is_redirect, answer.text


async def _until(asking: httpx.AsyncClient, ended: "asyncio.Task[Any]") -> AsyncIterator[float]:
    while not ended.done():
        yield await _answer(asking)
        await asyncio.sleep(ASKED_EVERY_S)


async def _answer(asking: httpx.AsyncClient) -> float:
    """Milliseconds."""
    begun = time.perf_counter()
    (await asking.get("/healthz")).raise_for_status()
    return (time.perf_counter() - begun) * 1000


async def _least_left(server: Server) -> float:
    """Seconds to the end of the lease at the worst moment; ends with the export."""
    left = LEASE.total_seconds()
    while True:
        [export] = await standing(server, STANDING)
        assert export["state"] != "failed", server.log.read_text()
        if export["state"] == "ready":
            return left
        if export["held_until"]:
            left = min(left, (export["held_until"] - datetime.now(UTC)).total_seconds())
        await asyncio.sleep(LOOKED_EVERY_S)


def _most(waited: list[float]) -> float:
    return quantiles(waited, n=100)[-1]
