"""Letters sent at the same moment take consecutive numbers: none twice, none left out; each is rendered and its digest sealed."""

import asyncio
import hashlib
import re
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx

from tests.casework.handoffs.offices import PDF, handoff_body
from tests.field.street import NOON
from tests.rig.server import Server, Servers
from tests.rig.standing import standing

SMALL = {"sends": 12}
PIECES = ({"sends": 200},)

PATIENCE_S = 120
AT_WORK = 8  # who prepare cases side by side; the sends all go at once
RENDERED_S = 180
NUMBER = re.compile(r"示政执移〔2026〕(\d+)号")
LETTERS = "SELECT record_id, number, sha256 FROM letters WHERE kind = 'handoff_letter'"


async def run(servers: Servers, sends: int) -> dict[str, int]:
    """Real cases through the API of a server of its own, approved one by one, dispatched in one breath."""
    server = servers.with_demo(f"numbers-{sends}")
    server.clock.at(NOON)
    server.start()
    officer, mayor = (_client(server, name) for name in ("duiyuan", "zhenzhang"))
    async with officer, mayor:
        cases = await _prepared(officer, mayor, sends)
        server.clock.at(NOON + timedelta(minutes=5))
        sent = await asyncio.gather(*(_post(officer, f"{case}/dispatch") for case in cases))
        numbers = sorted(_counted(record["number"]) for record in sent)
        assert numbers == list(range(numbers[0], numbers[0] + sends)), numbers
        await _all_rendered(server, cases)
    server.kill()
    verified = server.liandong("verify")
    assert verified.returncode == 0, verified.stderr
    return {"sends": sends, "consecutive numbers": len(set(numbers)), "twice": 0, "left out": 0}


def _client(server: Server, username: str) -> httpx.AsyncClient:
    token = server.liandong("token", "create", "--user", username).stdout.strip().splitlines()[-1]
    limits = httpx.Limits(max_connections=None, max_keepalive_connections=64)
    headers = {"Authorization": f"Bearer {token}"}
    return httpx.AsyncClient(
        base_url=f"{server.url}/api/v1/handoffs/", headers=headers, timeout=PATIENCE_S, limits=limits
    )


async def _prepared(officer: httpx.AsyncClient, mayor: httpx.AsyncClient, sends: int) -> list[str]:
    """Approved cases, a few made side by side."""
    places = asyncio.Semaphore(AT_WORK)

    async def one() -> str:
        async with places:
            case = str(uuid4())
            await _sent(officer, "PUT", case, json=handoff_body())
            for kind in ("source", "evidence"):
                await _material(officer, f"{case}/materials/{uuid4()}", kind)
            await _post(officer, f"{case}/submission")
            await _post(mayor, f"{case}/approval")
            return case

    return await asyncio.gather(*(one() for _ in range(sends)))


async def _material(officer: httpx.AsyncClient, path: str, kind: str) -> None:
    digest = hashlib.sha256(PDF).hexdigest()
    told = {
        "kind": kind,
        "title": "笔录",
        "sha256": digest,
        "bytes": len(PDF),
        "media_type": "application/pdf",
    }
    await _sent(officer, "PUT", path, json=told)
    await _sent(officer, "PUT", f"{path}/content", content=PDF)


async def _post(client: httpx.AsyncClient, path: str) -> dict[str, Any]:
    return await _sent(client, "POST", path, json={}, headers={"Idempotency-Key": str(uuid4())})


async def _sent(client: httpx.AsyncClient, method: str, path: str, **content: Any) -> dict[str, Any]:
    answer = await client.request(method, path, **content)
    assert answer.status_code == 201, answer.text
    record: dict[str, Any] = answer.json()
    return record


def _counted(number: str) -> int:
    found = NUMBER.fullmatch(number)
    assert found is not None, number
    return int(found[1])


async def _all_rendered(server: Server, cases: list[str]) -> None:
    """Every one of them, and no two the same paper."""
    wanted = {UUID(case) for case in cases}
    async with asyncio.timeout(RENDERED_S):
        while True:
            found = [letter for letter in await standing(server, LETTERS) if letter["record_id"] in wanted]
            if len(found) == len(wanted) and all(letter["sha256"] for letter in found):
                break
            await asyncio.sleep(0.2)
    assert len({letter["sha256"] for letter in found}) == len(wanted)
