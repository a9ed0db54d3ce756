"""`/live` as a client meets it: a real server, real lines."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import httpx
import pytest

from tests.rig.hearing import ears
from tests.rig.patience import PATIENCE_S, until
from tests.rig.server import Server, Servers


def token(server: Server, username: str) -> str:
    return server.liandong("token", "create", "--user", username).stdout.strip().splitlines()[-1]


def asking(server: Server, username: str) -> httpx.AsyncClient:
    headers = {"Authorization": f"Bearer {token(server, username)}"}
    return httpx.AsyncClient(base_url=server.url, headers=headers, timeout=PATIENCE_S)


async def begin_patrol(client: httpx.AsyncClient) -> str:
    patrol, begun = str(uuid4()), datetime.now(UTC) - timedelta(hours=1)
    body = {"kind": "joint", "title": "街天联合巡查", "crew": ["duiyuan", "duizhang", "minjing"],
            "started_at": begun.isoformat()}  # fmt: skip
    answer = await client.put(f"/api/v1/patrols/{patrol}", json=body)
    assert answer.status_code == 201, answer.text
    return patrol


@pytest.fixture(scope="module")
def running(servers: Servers) -> Server:
    return servers.with_demo("live-streams", LIANDONG_ENV="demo", LIANDONG_CLOCK_FILE="").start()


@pytest.fixture
async def officer(running: Server) -> AsyncIterator[httpx.AsyncClient]:
    async with asking(running, "duiyuan") as client:
        yield client


async def test_it_is_a_stream_that_says_where_it_stands_at_once(
    running: Server, officer: httpx.AsyncClient
) -> None:
    async with officer.stream("GET", "/live") as answer:
        assert answer.headers["content-type"].startswith("text/event-stream")
        assert answer.headers["cache-control"] == "no-store"
        assert "content-encoding" not in answer.headers
        lines = [line async for line, _ in _first(answer, 3)]
    assert lines[0] == "retry: 2000"
    assert lines[1].startswith("id: sfz:")


async def test_nobody_unknown_listens(running: Server) -> None:
    async with httpx.AsyncClient(base_url=running.url, timeout=PATIENCE_S) as nobody:
        assert (await nobody.get("/live")).status_code == 401


async def test_the_team_hears_of_a_patrol_and_the_neighbours_do_not(
    running: Server, officer: httpx.AsyncClient
) -> None:
    people = [token(running, username) for username in ("duizhang", "lingdao", "linzhen", "guanli")]
    async with ears(4, [running.url], people) as heard:
        patrols = [await begin_patrol(officer) for _ in range(2)]
        await until(lambda: all(patrols[1] in ear.records for ear in heard[:2]))
    told = [[record for record in ear.records if record in patrols] for ear in heard]
    assert told == [patrols, patrols, [], []]


async def test_a_session_that_ends_takes_its_stream_along(running: Server) -> None:
    async with httpx.AsyncClient(base_url=running.url, timeout=PATIENCE_S) as browser:
        signed_in = await browser.post(
            "/api/v1/session", json={"username": "duiyuan2", "password": "liandong-demo"}
        )
        headers = {"X-CSRFToken": signed_in.json()["csrf"]}
        async with browser.stream("GET", "/live") as answer:
            lines = answer.aiter_lines()
            assert await anext(lines) == "retry: 2000"
            assert (await browser.post("/sign-out", headers=headers)).status_code == 303
            await to_its_end(lines)


async def test_a_server_that_stops_lets_its_streams_end_first(servers: Servers) -> None:
    server = servers.with_demo("live-stops", LIANDONG_ENV="demo", LIANDONG_CLOCK_FILE="").start()
    async with asking(server, "duiyuan") as client, client.stream("GET", "/live") as answer:
        lines = answer.aiter_lines()
        await anext(lines)
        assert server.process is not None
        os.kill(server.process.pid, signal.SIGTERM)
        await to_its_end(lines)
    server.process.wait(PATIENCE_S)


async def to_its_end(lines: AsyncIterator[str]) -> None:
    """Whatever is still told on the way. httpx raises for a stream that was broken off instead of ended."""
    async with asyncio.timeout(PATIENCE_S):
        async for _ in lines:
            pass


async def _first(answer: httpx.Response, count: int) -> AsyncIterator[tuple[str, int]]:
    number = 0
    async for line in answer.aiter_lines():
        yield line, number
        number += 1
        if number == count:
            return
