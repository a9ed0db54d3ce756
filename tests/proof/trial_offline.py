"""A patrol made without a network arrives once and whole, whatever happens to phone, network, server and sign-in on the way.

A real Chromium with a profile on disk, behind a link of 1 Mbit/s, makes a patrol offline and sends it; meanwhile the browser is
killed, the link cut, the server killed in mid-upload, the session ended, the worker woken while no page is open. `SEED=n`
repeats the day whose seed was printed.
"""

import hashlib
import os
from collections import Counter
from random import Random
from typing import Any

import httpx

from tests.proof.handset import handset_of
from tests.proof.misfortunes import Misfortunes
from tests.proof.offline_day import OfflineDay
from tests.rig.server import Server, Servers
from tests.rig.standing import standing

SMALL = {"seed": 1, "photos": 2, "deaths": 2, "cuts": 1, "background": True}
SMALL_ON = "sqlite"
PIECES = tuple(
    {"seed": seed, "photos": 60, "deaths": 20, "cuts": 3, "background": seed % 2 == 0} for seed in range(1, 5)
)

BITS_PER_S = 1_000_000
USERNAME = "duiyuan"
AS_IN_AN_OFFICE = {"LIANDONG_ENV": "demo", "LIANDONG_CLOCK_FILE": ""}
ONCE = "'patrol.created', 'finding.created', 'photo.registered', 'photo.content', 'patrol.paused', 'patrol.resumed', 'patrol.ended'"
TWICE = (
    f"SELECT record_id, kind FROM events WHERE kind IN ({ONCE}) GROUP BY record_id, kind HAVING COUNT(*) > 1"
)


async def run(
    servers: Servers, *, seed: int, photos: int, deaths: int, cuts: int, background: bool
) -> dict[str, int]:
    """`deaths` of the browser, half of them while the day is made; `background`: whether the browser may wake the worker."""
    seed = int(os.environ.get("SEED", seed))
    print(f"  seed {seed}", flush=True)
    server = servers.with_demo(f"offline-{seed}-{photos}", **AS_IN_AN_OFFICE).start()
    async with handset_of(USERNAME, server, wakes=background) as handset:
        day = OfflineDay(handset, Random(seed), f"离线巡查{seed}", photos)
        counted = await _day(server, day, deaths, cuts)
    assert not handset.complaints, handset.complaints
    server.kill()
    verified = server.liandong("verify")
    assert verified.returncode == 0, verified.stdout + verified.stderr
    return {"seed": seed, **counted, "lost": 0, "doubled": 0}


async def _day(server: Server, day: OfflineDay, deaths: int, cuts: int) -> dict[str, int]:
    handset = day.handset
    await handset.stocked()
    handset.gate.narrow(BITS_PER_S)
    await handset.network(False)
    await day.make(deaths // 2)
    made = await handset.kept()
    fate = Misfortunes(handset, server, day.chance, day.patrol, len(_photos(made)))
    await handset.network(True)
    await fate.look()
    await fate.strike(_names(deaths - deaths // 2, cuts, handset.wakes))
    await fate.all_arrived()
    await handset.open("/outbox")
    assert await handset.kept() == [], "something is left in the outbox"
    await _whole(server, day, made)
    return {
        "envelopes": len(made),
        "photos": len(_photos(made)),
        "bytes": sum(each["picture"]["bytes"] for each in _photos(made)),
        "deaths while making": deaths // 2,
        **{name.replace("_", " "): times for name, times in sorted(fate.happened.items())},
    }


def _names(deaths: int, cuts: int, wakes: bool) -> list[str]:
    names = (
        ["battery_gone"] * deaths
        + ["network_cut", "tunnel"] * cuts
        + ["server_killed"] * cuts
        + ["signed_out"]
    )
    return names + ["asleep"] * (cuts if wakes else 0)


def _photos(made: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [each for each in made if each["kind"] == "photo"]


async def _whole(server: Server, day: OfflineDay, made: list[dict[str, Any]]) -> None:
    """Every envelope once, every photo under its finding with the bytes of the shutter."""
    receipts = {str(each["id"]) for each in await standing(server, "SELECT id FROM receipts")}
    missing = [each["words"] for each in made if each["kind"] != "photo" and each["id"] not in receipts]
    assert not missing, missing
    assert await standing(server, TWICE) == []
    token = server.liandong("token", "create", "--user", USERNAME).stdout.strip().splitlines()[-1]
    headers = {"Authorization": f"Bearer {token}"}
    async with httpx.AsyncClient(base_url=f"{server.url}/api/v1", headers=headers, timeout=60) as client:
        record = (await client.get(f"/patrols/{day.patrol}")).raise_for_status().json()
        found = (await client.get(f"/patrols/{day.patrol}/findings")).raise_for_status().json()["items"]
        digests = Counter([await _digest(client, each["id"]) for each in _photos(made)])
    findings = [each for each in made if each["kind"] == "finding"]
    assert {each["id"] for each in found} == {each["id"] for each in findings}
    assert (record["ended_at"] is not None, len(record["pauses"])) == (True, 1), record
    assert (record["finding_count"], record["photo_count"]) == (len(findings), len(_photos(made)))
    assert digests == Counter(each["picture"]["digest"] for each in _photos(made))
    assert not Counter(day.promised) - digests, "a photo that was shown as kept has not come"


async def _digest(client: httpx.AsyncClient, photo: str) -> str:
    content = (await client.get(f"/photos/{photo}/content")).raise_for_status().content
    return hashlib.sha256(content).hexdigest()
