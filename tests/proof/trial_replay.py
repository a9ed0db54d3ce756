"""However a phone's envelopes come (out of order, twice, cut off, many phones at once), what stands is what one delivery in order leaves.

Every phone's day is delivered twice over: once in order, each envelope once; once, under other ids, by all phones at the
same time with everything a bad line does. Then both are read back and compared, field by field.
"""

import asyncio
import json
from collections import Counter
from random import Random
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID, uuid4

import httpx

from tests.proof.phone import Day, Envelope
from tests.rig.server import Servers
from tests.rig.standing import standing

SMALL = {"phones": 3, "first": 0, "seeds": 1}
PIECES = tuple({"phones": 20, "first": first, "seeds": 10} for first in range(0, 100, 10))

PATIENCE_S = 60
AGAIN = 0.15  # how many are sent once more although they have arrived
CUT = 0.2  # how many break off in the middle, or lose their answer
# What the day on the other phone does not share: ids, when it came, which number it was given by coming.
OWN = {
    "id",
    "patrol",
    "received_at",
    "number",
    "receipt",
    "version",
    "url",
    "made_by_device",
    "device",
    "content_at",
}


async def run(servers: Servers, phones: int, first: int, seeds: int) -> dict[str, int]:
    """`phones` at once, `seeds` times over, each time with other days and another bad line."""
    server = servers.with_demo(f"replay-{first}", LIANDONG_ENV="demo", LIANDONG_CLOCK_FILE="")
    token = server.liandong("token", "create", "--user", "duiyuan").stdout.strip().splitlines()[-1]
    server.start()
    counts = Counter[str]()
    headers = {"Authorization": f"Bearer {token}"}
    async with httpx.AsyncClient(base_url=server.url, headers=headers, timeout=PATIENCE_S) as client:
        for seed in range(first, first + seeds):
            counts += await _compare(client, seed, phones)
    doubled = await standing(
        server, "SELECT record_id, kind FROM events WHERE kind IN ('patrol.created', 'finding.created')"
    )
    created = Counter((found["record_id"], found["kind"]) for found in doubled)
    assert max(created.values()) == 1, "something was created twice"
    server.kill()
    verified = server.liandong("verify")
    assert verified.returncode == 0, verified.stderr
    return {"seeds": seeds, **counts, "different": 0, "doubled": 0}


async def _compare(client: httpx.AsyncClient, seed: int, phones: int) -> Counter[str]:
    """One seed; answers what the line did to it."""
    counts = Counter[str]()
    straight = [Day(uuid4(), seed * 1000 + phone) for phone in range(phones)]
    crooked = [Day(uuid4(), day.seed) for day in straight]
    for day in straight:
        for envelope in day.envelopes():
            assert (await _send(client, envelope)).is_success, envelope.name
    async with asyncio.TaskGroup() as at_once:
        for day in crooked:
            at_once.create_task(_deliver(client, day, counts))
    for one, other in zip(straight, crooked, strict=True):
        assert await _standing(client, other) == await _standing(client, one)
    counts["envelopes"] += sum(len(day.envelopes()) for day in crooked)
    return counts


async def _deliver(client: httpx.AsyncClient, day: Day, counts: Counter[str]) -> None:
    """Until every envelope has its receipt, the same receipt each time."""
    chance, bag, held = Random(day.seed), day.envelopes(), dict[str, Any]()
    while bag:
        envelope = chance.choice(bag)
        if envelope.needs and envelope.needs not in held:
            continue
        if chance.random() < CUT:
            await _break_off(client, envelope, chance)
            counts["cut"] += 1
            continue
        answer = await _send(client, envelope)
        if not answer.is_success:
            assert answer.status_code == httpx.codes.NOT_FOUND, (envelope.name, answer.text)
            counts["premature"] += 1
            continue
        receipt = answer.json().get("receipt")
        assert held.setdefault(envelope.name, receipt) == receipt or envelope.name.startswith("track"), (
            envelope.name
        )
        if chance.random() < AGAIN:
            counts["repeated"] += 1
        else:
            bag.remove(envelope)


async def _send(client: httpx.AsyncClient, envelope: Envelope) -> httpx.Response:
    """As a phone does: where the server says that it was too much at once, again after as long as it says."""
    said = {"content": envelope.content} if envelope.content else {"json": envelope.body}
    path = f"/api/v1{envelope.path}"
    while True:
        answer = await client.request(envelope.method, path, headers=envelope.headers, **said)
        if answer.status_code != httpx.codes.TOO_MANY_REQUESTS:
            return answer
        await asyncio.sleep(float(answer.headers["Retry-After"]))


async def _break_off(client: httpx.AsyncClient, envelope: Envelope, chance: Random) -> None:
    """The line goes in the middle of the body, or after all of it: then only the answer is lost."""
    url = urlsplit(str(client.base_url))
    body = envelope.content or json.dumps(envelope.body).encode()
    kind = "application/octet-stream" if envelope.content else "application/json"
    headers = {"Host": url.netloc, "Authorization": client.headers["Authorization"], "Content-Type": kind,
               "Content-Length": str(len(body)), **envelope.headers}  # fmt: skip
    head = f"{envelope.method} /api/v1{envelope.path} HTTP/1.1\r\n" + "".join(
        f"{name}: {value}\r\n" for name, value in headers.items()
    )
    _, writer = await asyncio.open_connection(url.hostname, url.port)
    writer.write(head.encode() + b"\r\n" + body[: chance.choice((len(body), chance.randrange(len(body))))])
    await writer.drain()
    writer.close()


async def _standing(client: httpx.AsyncClient, day: Day) -> Any:
    """The patrol with all that hangs on it as the API tells it, without what is its own."""
    names = {str(day.id(envelope.name)): envelope.name for envelope in day.envelopes()} | {
        str(day.patrol): "patrol"
    }
    told = []
    for path in (
        f"/patrols/{day.patrol}",
        f"/patrols/{day.patrol}/findings",
        f"/patrols/{day.patrol}.geojson",
    ):
        answer = await client.get(f"/api/v1{path}")
        assert answer.is_success, answer.text
        told.append(answer.json())
    for number in range(5):
        photo = await client.get(f"/api/v1/photos/{day.id(f'photo-{number}')}")
        told.append({name: photo.json()[name] for name in ("sha256", "bytes", "taken_at", "subject")})
    return _shared(told, names)


def _shared(told: Any, names: dict[str, str]) -> Any:
    if isinstance(told, dict):
        return {name: _shared(inner, names) for name, inner in told.items() if name not in OWN}
    if isinstance(told, list):
        return sorted(
            (_shared(inner, names) for inner in told), key=lambda each: json.dumps(each, sort_keys=True)
        )
    return names.get(told, told) if isinstance(told, str) and _is_id(told) else told


def _is_id(text: str) -> bool:
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False
