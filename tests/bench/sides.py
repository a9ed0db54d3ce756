"""Two servers asked in turn (A B A B …): the machine is shared, and what slows one round slows its neighbour."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass
from itertools import count
from statistics import median

from tests.bench.figures import Figure
from tests.bench.load import Job, Round, drive
from tests.rig.server import Server

WARM_UP = 0.2
REFUSED = 300


@dataclass(frozen=True)
class Side:
    """One server and how to ask it for the n-th time."""

    server: Server
    job: Callable[[int], Job]
    numbers: "count[int]"

    @property
    def port(self) -> int:
        return int(self.server.url.rpartition(":")[2])

    def jobs(self, many: int) -> list[Job]:
        return [self.job(next(self.numbers)) for _ in range(many)]


def side(server: Server, job: Callable[[int], Job]) -> Side:
    return Side(server, job, count(1))


@dataclass(frozen=True)
class Match:
    """How long to ask, and over how many connections."""

    rounds: int
    jobs: int
    connections: int

    @property
    def warm_up(self) -> int:
        """Jobs before the first round that counts."""
        return max(self.connections, int(self.jobs * WARM_UP))

    @property
    def asked(self) -> int:
        """Jobs of one side in all."""
        return self.warm_up + self.rounds * self.jobs


async def play(client: Executor, product: Side, limit: Side, match: Match) -> tuple[list[Round], list[Round]]:
    """The rounds of both sides, in turn, after one that does not count."""
    for one in (product, limit):
        await _volley(client, one, match.warm_up, match.connections)
    played: tuple[list[Round], list[Round]] = ([], [])
    for _ in range(match.rounds):
        for one, rounds in zip((product, limit), played, strict=True):
            rounds.append(await _volley(client, one, match.jobs, match.connections))
    return played


async def rate(name: str, client: Executor, sides: tuple[Side, Side], match: Match, aim: float) -> Figure:
    """Jobs per second of the product beside its limit: the medians of their rounds."""
    ours, theirs = await play(client, *sides, match)
    return Figure(name, median(each.rate for each in ours), "/s", aim, median(each.rate for each in theirs))


async def _volley(client: Executor, one: Side, many: int, connections: int) -> Round:
    loop = asyncio.get_running_loop()
    done: Round = await loop.run_in_executor(client, drive, one.port, one.jobs(many), connections)
    assert all(status < REFUSED for status in done.statuses), (done.statuses, one.server.log.read_text())
    return done
