"""What the worker holds in memory after ten thousand requests of a day: pages, lists, patrols, photos, files to take away."""

import asyncio
from collections.abc import Iterator, Sequence
from uuid import UUID, uuid4

import httpx

from tests.bench import bench_patrol_put as patrols
from tests.bench import bench_photo as photos
from tests.bench import house
from tests.bench.figures import Figure
from tests.bench.filling import fill
from tests.bench.load import Job, client, drive, request
from tests.bench.raw.serving import served
from tests.bench.recording import listening
from tests.bench.watching import children, megabytes
from tests.rig.server import Server, Servers

REQUESTS, CONNECTIONS, FILLED = 10_000, 8, 2_000
WORKER_MB, PRESS_MB = 150, 400
PAGES = ("/", "/patrols", "/ledger", "/api/v1/patrols?limit=50", "/patrols?state=filed", "/login", "/healthz")
# Of fifty steps of a day so many are a new patrol, and a photo of it: its facts and its bytes.
STEPS, NEW_PATROLS, NEW_PHOTOS = 50, 6, 2
FILES = (
    "/api/v1/patrols.xlsx",
    "/api/v1/patrols.csv",
    "/api/v1/patrols/{patrol}.pdf",
    "/api/v1/patrols/{patrol}.gpx",
)
PATIENCE_S = 120


async def measure(servers: Servers) -> list[Figure]:
    async with listening():
        await house.found_county()
        await fill(FILLED)
        tokens = [await house.token(username) for username in house.WRITERS]
    server = served(servers, "product")
    assert server.process is not None
    [worker] = children(server.process.pid)
    fresh = megabytes(worker, "VmRSS")
    day = _Day(tokens)
    with client() as asker:
        port = int(server.url.rpartition(":")[2])
        loop = asyncio.get_running_loop()
        done = await loop.run_in_executor(asker, drive, port, list(day.jobs()), CONNECTIONS)
    assert max(done.statuses) < httpx.codes.BAD_REQUEST, done.statuses
    press = max((megabytes(child, "VmHWM") for child in children(worker)), default=0.0)
    await _taken_away(server, tokens[0], day.patrol)
    after, asked = megabytes(worker, "VmRSS"), done.statuses.total() + len(FILES)
    return [
        Figure(
            f"worker after {asked:,} requests", after, "MB", WORKER_MB, fresh, better="less", held="value"
        ),
        Figure("the press beside it, at most", press, "MB", PRESS_MB, better="less"),
    ]


class _Day:
    """Steps of a day until there are enough requests; `patrol` is the last one that was made."""

    def __init__(self, tokens: Sequence[str]) -> None:
        self._tokens = tokens
        self._picture = photos._picture()
        self.patrol = uuid4()

    def jobs(self) -> Iterator[Job]:
        number = asked = 0
        while asked < REQUESTS:
            job = self._step(number)
            yield job
            number, asked = number + 1, asked + len(job)

    def _step(self, number: int) -> Job:
        known = {"Authorization": f"Bearer {self._tokens[number % len(self._tokens)]}"}
        step = number % STEPS
        if step < NEW_PATROLS:
            self.patrol = uuid4()
            return [
                request(
                    "PUT", f"/api/v1/patrols/{self.patrol}", patrols.body(number), {**known, **patrols.JSON}
                )
            ]
        if step < NEW_PATROLS + NEW_PHOTOS:
            return self._photo(number, self.patrol, known)
        return [request("GET", PAGES[number % len(PAGES)], headers=known)]

    def _photo(self, number: int, patrol: UUID, known: dict[str, str]) -> Job:
        path, body = f"/api/v1/photos/{photos._id(number)}", photos._another(self._picture, number)
        facts = request("PUT", path, photos._facts(body, patrol), {**known, **patrols.JSON})
        return [facts, request("PUT", f"{path}/content", body, {**known, "Content-Type": "image/jpeg"})]


async def _taken_away(server: Server, token: str, patrol: UUID) -> None:
    headers = {"Authorization": f"Bearer {token}"}
    async with httpx.AsyncClient(base_url=server.url, headers=headers, timeout=PATIENCE_S) as asking:
        for file in FILES:
            (await asking.get(file.format(patrol=patrol))).raise_for_status()
