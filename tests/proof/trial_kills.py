"""Nothing acknowledged is lost and nothing is doubled however often the server is killed while phones keep sending.

The whole process group is killed at a random moment of its work, and started again; the senders repeat whatever was not
answered. Afterwards every acknowledged PUT is sent once more, what stands in the database is counted against what was sent,
the numbers of a year have no gap, and what was under way (copies of photos, exports) has been taken up again.
"""

import asyncio
import re
import time
from contextlib import suppress
from random import Random

import httpx

from tests.proof.sending import FINDINGS, FIXES, PATIENCE_S, Officer, Sent
from tests.rig.server import Server, Servers
from tests.rig.standing import standing

SMALL = {"kills": 3}
PIECES = ({"kills": 50},) * 4

OFFICERS = 4
LONGEST_S = 3.0
TAKEN_UP_S = 180  # an export killed in mid-writing is free again after its lease

DOUBLED = (
    "SELECT record_id FROM events WHERE kind <> 'patrol.place_passed' AND kind <> 'patrol.track_received' "
)
UNDER_WAY = (
    "SELECT id FROM photos WHERE renditions = 'waiting' AND content_at IS NOT NULL UNION ALL "
    "SELECT id FROM exports WHERE state IN ('waiting', 'running')"
)


async def run(servers: Servers, kills: int) -> dict[str, int]:
    """On a server of its own in real time: leases and uploads must come free by themselves."""
    server = servers.with_demo(f"kills-{kills}")
    token = server.liandong("token", "create", "--user", "duiyuan").stdout.strip().splitlines()[-1]
    server.start()
    before = {found["id"] for found in await standing(server, "SELECT id FROM patrols")}
    sent = Sent()
    headers = {"Authorization": f"Bearer {token}"}
    async with httpx.AsyncClient(base_url=server.url, headers=headers, timeout=PATIENCE_S) as client:
        await _send_while_killed(server, client, sent, kills)
        await _all_taken_up(server)
        await _all_acknowledged_again(Officer(client, Sent()), sent)
    await _counts(server, sent, before)
    server.kill()
    verified = server.liandong("verify")
    assert verified.returncode == 0, verified.stderr
    return {"kills": kills, "patrols": len(sent.patrols), "records": len(sent.puts), "repeats": sent.repeats,
            "lost": 0, "doubled": 0}  # fmt: skip


async def _send_while_killed(server: Server, client: httpx.AsyncClient, sent: Sent, kills: int) -> None:
    chance, over = Random(kills), asyncio.Event()
    async with asyncio.TaskGroup() as at_work:
        for _ in range(OFFICERS):
            at_work.create_task(Officer(client, sent).work(over))
        export = at_work.create_task(_export(client, over))
        for _ in range(kills):
            await asyncio.sleep(chance.uniform(0, LONGEST_S))
            await asyncio.to_thread(server.kill)
            await asyncio.to_thread(server.start)
        over.set()
        await export


async def _export(client: httpx.AsyncClient, over: asyncio.Event) -> None:
    """Somebody takes the ledger away again and again; an export whose asker was cut off is written all the same."""
    while not over.is_set():
        with suppress(httpx.TransportError):
            await client.get("/api/v1/patrols.xlsx")
        await asyncio.sleep(0.2)


async def _all_taken_up(server: Server) -> None:
    """Copies and exports that a kill left half made are made by the server that came after it."""
    until = time.monotonic() + TAKEN_UP_S
    while await standing(server, UNDER_WAY) or any((server.data / "exports").glob("*.part")):
        assert time.monotonic() < until, "copies or exports were not taken up again"
        await asyncio.sleep(0.5)
    assert not await standing(server, "SELECT id FROM photos WHERE renditions = 'failed'")
    assert not await standing(server, "SELECT id FROM exports WHERE state = 'failed'")


async def _all_acknowledged_again(officer: Officer, sent: Sent) -> None:
    for path, body, receipt in sent.puts.values():
        again = await officer.ask("PUT", path, json=body)
        assert (again.status_code, again.json()["receipt"]) == (200, receipt), path
    for photo in sent.contents:
        assert (await officer.ask("GET", f"/photos/{photo}/content")).is_success, photo


async def _counts(server: Server, sent: Sent, before: set[object]) -> None:
    """Exactly what was sent stands there, and every year's numbers run from 1 without a gap."""
    patrols = {
        found["id"]: found
        for found in await standing(server, "SELECT id, number, finding_count FROM patrols")
    }
    made = {str(patrol): found for patrol, found in patrols.items() if patrol not in before}
    assert set(made) == set(sent.patrols)
    assert {patrol: found["number"] for patrol, found in made.items()} == sent.filed
    assert {found["finding_count"] for found in made.values()} == {FINDINGS}
    fixes = await standing(server, "SELECT patrol, COUNT(*) AS held FROM track_points GROUP BY patrol")
    assert {
        str(found["patrol"]): found["held"] for found in fixes if str(found["patrol"]) in made
    } == dict.fromkeys(made, FIXES)
    told = await standing(server, f"{DOUBLED} GROUP BY kind, record_id HAVING COUNT(*) > 1")
    assert not {str(found["record_id"]) for found in told} & {*sent.puts, *made}
    _without_gaps([found["number"] for found in patrols.values() if found["number"]])


def _without_gaps(numbers: list[str]) -> None:
    by_year: dict[str, list[int]] = {}
    for number in numbers:
        year, _, rest = number.partition("〕")
        by_year.setdefault(year, []).append(int(re.sub(r"\D", "", rest)))
    for year, given in by_year.items():
        assert sorted(given) == list(range(1, len(given) + 1)), year
