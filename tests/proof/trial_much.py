"""A patrol with ten thousand findings and a hundred thousand fixes is taken in, drawn, read and filed."""

import asyncio
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx

from tests.api.targets import put_finding, put_patrol
from tests.field.street import NOON
from tests.rig.server import Server, Servers

SMALL = {"findings": 100, "fixes": 2_000}
PIECES = ({"findings": 10_000, "fixes": 0}, {"findings": 0, "fixes": 100_000})

BATCH = 5_000
PHONES = 4
STEP_DEGREES = 0.00001  # about a metre north, each second
PATIENCE_S = 60
PAGES = ("", "/findings", "/crew", "/timeline")
FILES = (".geojson", ".gpx")


async def run(servers: Servers, findings: int, fixes: int) -> dict[str, int]:
    """Everything through the API of a server of its own; the pages are asked for with the same token."""
    server = servers.with_demo(f"much-{findings}-{fixes}")
    server.clock.at(NOON)
    server.start()
    headers = {"Authorization": f"Bearer {_token(server)}"}
    async with httpx.AsyncClient(base_url=server.url, headers=headers, timeout=PATIENCE_S) as officer:
        patrol = str(uuid4())
        began = NOON - timedelta(days=2)
        body = put_patrol() | {"started_at": began.isoformat(), "ended_at": NOON.isoformat()}
        await _sent(officer, "PUT", f"/api/v1/patrols/{patrol}", body)
        await asyncio.gather(*(_note(officer, patrol, findings // PHONES) for _ in range(PHONES)))
        for start in range(0, fixes, BATCH):
            batch = _fixes(began, start, min(start + BATCH, fixes))
            await _sent(officer, "POST", f"/api/v1/patrols/{patrol}/track", batch)
        drawn = await _read(officer, patrol)
        await _sent(officer, "POST", f"/api/v1/patrols/{patrol}/filing", {})
        told = (await officer.get(f"/api/v1/patrols/{patrol}")).json()
    assert (told["finding_count"], drawn) == (findings, fixes)
    server.kill()
    return {"findings": findings, "fixes": drawn, "pages and files": len(PAGES) + len(FILES)}


def _token(server: Server) -> str:
    return server.liandong("token", "create", "--user", "duiyuan").stdout.strip().splitlines()[-1]


async def _note(officer: httpx.AsyncClient, patrol: str, findings: int) -> None:
    """One phone's findings, one after the other, all at the same place."""
    for _ in range(findings):
        await _sent(officer, "PUT", f"/api/v1/patrols/{patrol}/findings/{uuid4()}", put_finding())


async def _sent(officer: httpx.AsyncClient, method: str, path: str, body: dict[str, Any]) -> None:
    answer = await officer.request(method, path, json=body)
    assert answer.status_code == 201, answer.text


async def _read(officer: httpx.AsyncClient, patrol: str) -> int:
    """Every page and file answers; how many fixes the map draws."""
    for page in PAGES:
        assert (await officer.get(f"/patrols/{patrol}{page}")).status_code == 200, page
    for ending in FILES:
        assert (await officer.get(f"/api/v1/patrols/{patrol}{ending}")).status_code == 200, ending
    features = (await officer.get(f"/api/v1/patrols/{patrol}.geojson")).json()["features"]
    tracks = [each["geometry"] for each in features if each["properties"]["kind"] == "track"]
    return sum(len(each["coordinates"]) for each in tracks)


def _fixes(began: datetime, start: int, end: int) -> dict[str, Any]:
    """One a second, a metre further north each."""
    points = [
        {
            "seq": seq,
            "at": (began + timedelta(seconds=seq)).isoformat(),
            "lat": 23.5 + seq * STEP_DEGREES,
            "lon": 102.39,
            "accuracy_m": 8,
        }
        for seq in range(start, end)
    ]
    return {"device": str(UUID(int=7)), "points": points}
