"""The bytes of a photo of 300 KB, taken in, against an empty handler that writes, fsyncs, hashes and commits once.

What is said of the photos (PUT of their facts, a write like that of a patrol) has come before; what is made of them
afterwards (copies, by the press) goes on while both sides are asked.
"""

import asyncio
import hashlib
import io
import json
import random
from concurrent.futures import Executor
from datetime import UTC, datetime
from uuid import UUID, uuid4, uuid5

import httpx
from PIL import Image

from backend.foundation.database.access import engine_kind, numbered
from tests.bench import bench_patrol_put as patrols
from tests.bench import house
from tests.bench.figures import Figure
from tests.bench.load import Job, client, drive, request
from tests.bench.raw.serving import raw_server, served
from tests.bench.recording import listening
from tests.bench.replay import Replay
from tests.bench.sides import Match, rate, side
from tests.rig.patience import PATIENCE_S
from tests.rig.server import Server, Servers

KILOBYTES = 300
PIXELS, SPOTS = (1600, 1200), (112, 84)
PATROLS = 40
MATCHES = (Match(rounds=7, jobs=25, connections=1), Match(rounds=7, jobs=50, connections=4))
PHOTOS = 1 + sum(match.asked for match in MATCHES)
AIM = 0.5
NOTE = "INSERT INTO payloads (id, salt, body) VALUES (?, ?, ?)"
# A JPEG begins with two bytes; a comment (FF FE, its length) may follow and makes each picture another one.
START, COMMENT = 2, b"\xff\xfe\x00\x12"
ALBUM = uuid4()


async def measure(servers: Servers) -> list[Figure]:
    async with listening():
        await house.found_county()
        token = await house.token("duiyuan")
    product, limit = served(servers, "product"), raw_server(servers, note=_note())
    picture, known = _picture(), {"Authorization": f"Bearer {token}"}
    ours = side(
        product, lambda number: _content(f"/api/v1/photos/{_id(number)}/content", picture, number, known)
    )
    theirs = side(limit, lambda number: _content("/photo", picture, number, {}))
    with client() as asker:
        await _registered(asker, product, picture, known)
        return [
            await rate(
                f"photo of {KILOBYTES} KB, {match.connections} at once", asker, (ours, theirs), match, AIM
            )
            for match in MATCHES
        ]


def _note() -> Replay:
    made = uuid4()
    sql = NOTE if engine_kind() == "sqlite" else numbered(NOTE)
    return Replay([(sql, (made, "salt", "a photo has come"))], frozenset({made}))


async def _registered(asker: Executor, server: Server, picture: bytes, known: dict[str, str]) -> None:
    """Patrols, and the facts of every photo that will come."""
    subjects = [uuid4() for _ in range(PATROLS)]
    told = {**known, **patrols.JSON}
    async with httpx.AsyncClient(base_url=server.url, headers=told, timeout=PATIENCE_S) as asking:
        for number, patrol in enumerate(subjects):
            answer = await asking.put(f"/api/v1/patrols/{patrol}", content=patrols.body(number))
            answer.raise_for_status()
    facts: list[Job] = [
        [
            request(
                "PUT",
                f"/api/v1/photos/{_id(number)}",
                _facts(_another(picture, number), subjects[number % PATROLS]),
                {**known, **patrols.JSON},
            )
        ]
        for number in range(PHOTOS)
    ]
    port = int(server.url.rpartition(":")[2])
    done = await asyncio.get_running_loop().run_in_executor(asker, drive, port, facts, 4)
    assert set(done.statuses) == {201}, done.statuses


def _picture() -> bytes:
    """Coloured spots, as large as a phone sends them; the spots' size makes the file's."""
    spots = Image.frombytes("RGB", SPOTS, random.Random(1).randbytes(SPOTS[0] * SPOTS[1] * 3))
    written = io.BytesIO()
    spots.resize(PIXELS, Image.Resampling.BICUBIC).save(written, "JPEG", quality=80)
    return written.getvalue()


def _id(number: int) -> UUID:
    return uuid5(ALBUM, str(number))


def _another(picture: bytes, number: int) -> bytes:
    return picture[:START] + COMMENT + _id(number).bytes + picture[START:]


def _facts(body: bytes, subject: UUID) -> bytes:
    photo = {
        "subject": {"kind": "patrol", "id": str(subject)},
        "taken_at": datetime.now(UTC).isoformat(),
        "position": {"lat": 24.17, "lon": 102.4, "accuracy_m": 8, "source": "gps"},
        "source": "camera",
        "sha256": hashlib.sha256(body).hexdigest(),
        "bytes": len(body),
        "media_type": "image/jpeg",
    }
    return json.dumps(photo).encode()


def _content(path: str, picture: bytes, number: int, known: dict[str, str]) -> Job:
    return [request("PUT", path, _another(picture, number), {**known, "Content-Type": "image/jpeg"})]
