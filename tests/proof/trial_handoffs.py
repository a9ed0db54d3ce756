"""Cases sent at once take consecutive numbers, none twice, none left out, and each letter is rendered and its digest sealed;
of an acceptance and a return at once one wins and the other reads why."""

import asyncio
import hashlib
import re
from collections import Counter
from typing import Any
from uuid import UUID, uuid4

import httpx

from tests.casework.handoffs.offices import PDF, handoff_body, return_body
from tests.field.street import NOON
from tests.rig.server import Server, Servers
from tests.rig.standing import standing

SMALL = {"cases": 12}
PIECES = ({"cases": 200},)

PATIENCE_S = 120
RENDERED_S = 180
PREPARING = 8  # at a time
PEOPLE = ("duiyuan", "duiyuan2", "zhenzhang", "chengguan", "chengguan2")
_TWICE = (
    "SELECT handoff FROM handoff_steps WHERE kind IN ('acceptance', 'return') GROUP BY handoff, ordinal "
    "HAVING COUNT(*) > 1"
)
_LETTERS = "SELECT record_id, sha256 FROM letters WHERE kind = 'handoff_letter'"
_NUMBER = re.compile(r"示政执移〔2026〕(\d+)号")
_PAPER = {"sha256": hashlib.sha256(PDF).hexdigest(), "bytes": len(PDF), "media_type": "application/pdf"}


async def run(servers: Servers, cases: int) -> dict[str, int]:
    server = servers.with_demo(f"handoffs-{cases}")
    server.clock.at(NOON)
    server.start()
    desks = {name: _desk(server, name) for name in PEOPLE}
    ready = await _prepared(desks, cases)
    sent = await asyncio.gather(
        *(_post(desks[who], each, "dispatch") for each in ready for who in ("duiyuan", "duiyuan2"))
    )
    numbers = sorted({_running_number(answer.json()["number"]) for answer in sent})
    assert Counter(answer.status_code for answer in sent) == {201: cases, 200: cases}
    assert numbers == list(range(numbers[0], numbers[0] + cases)), numbers
    answers = await asyncio.gather(
        *(
            request
            for each in ready
            for request in (
                _post(desks["chengguan"], each, "acceptance"),
                _post(desks["chengguan2"], each, "return", return_body()),
            )
        )
    )
    assert Counter(answer.status_code for answer in answers) == {201: cases, 409: cases}
    assert all("现在是" in answer.json()["detail"] for answer in answers if answer.status_code == 409)
    await asyncio.gather(*(desk.aclose() for desk in desks.values()))
    assert await standing(server, _TWICE) == []
    await _all_rendered(server, ready)
    server.kill()
    verified = server.liandong("verify")
    assert verified.returncode == 0, verified.stderr
    return {"cases": cases, "numbers": len(numbers), "gaps": 0, "answered twice": 0}


def _desk(server: Server, name: str) -> httpx.AsyncClient:
    token = server.liandong("token", "create", "--user", name).stdout.strip().splitlines()[-1]
    headers = {"Authorization": f"Bearer {token}"}
    limits = httpx.Limits(max_connections=50)
    return httpx.AsyncClient(
        base_url=f"{server.url}/api/v1", headers=headers, timeout=PATIENCE_S, limits=limits
    )


async def _prepared(desks: dict[str, httpx.AsyncClient], cases: int) -> list[str]:
    """Approved cases of 示范镇 for 县城市管理局."""
    turn = asyncio.Semaphore(PREPARING)

    async def one() -> str:
        async with turn:
            return await _approved(desks)

    return await asyncio.gather(*(one() for _ in range(cases)))


async def _approved(desks: dict[str, httpx.AsyncClient]) -> str:
    officer, handoff = desks["duiyuan"], str(uuid4())
    await _first(officer, f"/handoffs/{handoff}", handoff_body())
    for kind in ("source", "evidence"):
        material = f"/handoffs/{handoff}/materials/{uuid4()}"
        await _first(officer, material, {"kind": kind, "title": kind, **_PAPER})
        answer = await officer.put(f"{material}/content", content=PDF)
        assert answer.status_code == 201, answer.text
    for who, noun in (("duiyuan", "submission"), ("zhenzhang", "approval")):
        answer = await _post(desks[who], handoff, noun)
        assert answer.status_code == 201, answer.text
    return handoff


async def _first(officer: httpx.AsyncClient, path: str, body: dict[str, Any]) -> None:
    answer = await officer.put(path, json=body)
    assert answer.status_code == 201, answer.text


async def _post(
    desk: httpx.AsyncClient, handoff: str, noun: str, body: dict[str, Any] | None = None
) -> httpx.Response:
    key = {"Idempotency-Key": str(uuid4())}
    return await desk.post(f"/handoffs/{handoff}/{noun}", json=body or {}, headers=key)


def _running_number(text: str) -> int:
    """7 of 示政执移〔2026〕7号."""
    found = _NUMBER.fullmatch(text)
    assert found, text
    return int(found[1])


async def _all_rendered(server: Server, cases: list[str]) -> None:
    """Every letter that left, and no two the same paper."""
    wanted = {UUID(case) for case in cases}
    async with asyncio.timeout(RENDERED_S):
        while True:
            found = [letter for letter in await standing(server, _LETTERS) if letter["record_id"] in wanted]
            if len(found) == len(wanted) and all(letter["sha256"] for letter in found):
                break
            await asyncio.sleep(0.2)
    assert len({letter["sha256"] for letter in found}) == len(wanted)
