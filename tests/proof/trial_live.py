"""Everybody who listens hears everything once and in order, whatever breaks: the server, PostgreSQL's line, the network.

Listeners are spread over the servers (two on PostgreSQL, on one database) and a gate in front of one of them. While an
officer keeps beginning patrols, the gate is cut, the connection the workers tell each other by is terminated inside
PostgreSQL, and one server is killed and started again. In the end each listener has heard exactly what the journal says.
"""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import httpx

from backend.foundation.live.crossing import NAME
from tests.proof.sending import Officer, Sent
from tests.rig.gate import gate_before
from tests.rig.hearing import Ear, ears
from tests.rig.patience import until
from tests.rig.ports import free_port
from tests.rig.server import Server, Servers
from tests.rig.standing import standing

SMALL = {"listeners": 12, "events": 20, "cut_s": 1, "terminations": 2}
PIECES = ({"listeners": 200, "events": 400, "cut_s": 30, "terminations": 5},)

HEARING = ("duizhang", "duiyuan2", "lingdao", "neiqin")
AS_IN_AN_OFFICE = {"LIANDONG_ENV": "demo", "LIANDONG_CLOCK_FILE": ""}
HEARD_S = 60
EVENTS = "SELECT seq FROM events WHERE chain = (SELECT id FROM townships WHERE code = 'sfz') AND kind = 'patrol.created' ORDER BY seq"
TERMINATE = f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = '{NAME}'"


async def run(servers: Servers, listeners: int, events: int, cut_s: int, terminations: int) -> dict[str, int]:
    server = servers.with_demo(f"live-{listeners}", **AS_IN_AN_OFFICE)
    tokens = [_token(server, username) for username in HEARING]
    writer = _token(server, "duiyuan")
    server.start()
    beside = _beside(servers, server) if servers.set_up.cluster else None
    before = len(await standing(server, EVENTS))
    headers = {"Authorization": f"Bearer {writer}"}
    async with gate_before(server.url) as gate:
        urls = [server.url, gate.url, *([beside.url] if beside else [])]
        async with (
            ears(listeners, urls, tokens) as heard,
            httpx.AsyncClient(base_url=server.url, headers=headers, timeout=20) as client,
        ):
            officer = Officer(client, Sent())
            sending = asyncio.create_task(_send(officer, events, cut_s))
            gate.cut()
            for _ in range(terminations if beside else 0):
                await standing(server, TERMINATE)
                await asyncio.sleep(cut_s / 2 / terminations)
            await asyncio.sleep(cut_s / 2)
            server.kill()
            server.start()
            await asyncio.sleep(cut_s / 4)
            gate.open()
            await sending
            expected = [found["seq"] for found in await standing(server, EVENTS)][before:]
            await _all_heard(heard, expected)
    lines = sum(ear.lines for ear in heard)
    assert not any(ear.resets for ear in heard), "nobody missed more than is told again"
    return {"listeners": listeners, "events": len(expected), "lines": lines, "lost": 0, "doubled": 0}


def _token(server: Server, username: str) -> str:
    return server.liandong("token", "create", "--user", username).stdout.strip().splitlines()[-1]


def _beside(servers: Servers, server: Server) -> Server:
    """A second worker on the same database, as on another host."""
    port = free_port()
    other = replace(
        server, url=f"http://127.0.0.1:{port}", environ={**server.environ, "PORT": str(port)}, process=None
    )
    servers.running.append(other)
    return other.start()


async def _send(officer: Officer, events: int, lasting_s: float) -> None:
    """So many patrols, spread over everything that goes wrong and a while beyond."""
    for _ in range(events):
        begun = datetime.now(UTC) - timedelta(hours=1)
        body = {"kind": "joint", "title": "街天联合巡查", "crew": ["duiyuan", "duizhang", "minjing"],
                "started_at": begun.isoformat()}  # fmt: skip
        await officer.ask("PUT", f"/patrols/{uuid4()}", json=body)
        await asyncio.sleep(lasting_s * 1.5 / events)


async def _all_heard(heard: list[Ear], expected: list[int]) -> None:
    wanted = set(expected)

    def of(ear: Ear) -> list[int]:
        return [seq for seq in ear.seqs if seq in wanted]

    await until(
        lambda: all(len(of(ear)) >= len(expected) for ear in heard),
        longest_s=HEARD_S,
        what="somebody missed something",
    )
    wrong = [ear.url for ear in heard if of(ear) != expected or ear.seqs != sorted(set(ear.seqs))]
    assert not wrong, wrong
