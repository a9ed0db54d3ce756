"""Taking a patrol in: our PUT against an empty handler that runs the same statements by the bare driver."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import httpx

from tests.bench import house
from tests.bench.figures import Figure
from tests.bench.load import Job, client, request
from tests.bench.raw.serving import raw_server, served
from tests.bench.recording import heard, listening
from tests.bench.replay import Replay, compared
from tests.bench.sides import Match, rate, side
from tests.rig.server import Servers

# One crew's patrols follow each other, four a day, and do not overlap.
FIRST = datetime(2015, 1, 1, tzinfo=UTC)
A_PATROL_EVERY = timedelta(hours=6)
LASTING = timedelta(hours=2)
MATCHES = (Match(rounds=9, jobs=150, connections=1), Match(rounds=9, jobs=400, connections=16))
AIM = 0.5
JSON = {"Content-Type": "application/json"}


def body(number: int) -> bytes:
    """What a phone sends when a patrol is over."""
    started_at = FIRST + number * A_PATROL_EVERY
    patrol = {
        "kind": "joint",
        "title": "河道采砂与集镇占道联合巡查",
        "planned_route": "镇政府—农贸市场—中心小学—河堤—采砂点—镇政府",
        "started_at": started_at.isoformat(),
        "ended_at": (started_at + LASTING).isoformat(),
        "crew": ["duiyuan", "duiyuan2", "minjing"],
        "summary": "沿河巡查三公里，劝离占道摊点两处，未发现盗采。",
    }
    return json.dumps(patrol, ensure_ascii=False).encode()


async def measure(servers: Servers) -> list[Figure]:
    async with listening() as asking:
        await house.found_county()
        tokens = [await house.token(username) for username in house.WRITERS]
        replay = await _recorded(asking, tokens[0])
    product = side(served(servers, "product"), lambda number: _ours(number, tokens))
    limit = side(raw_server(servers, patrol=replay), _theirs)
    with client() as asker:
        return [
            await rate(f"PUT of a patrol, {match.connections} at once", asker, (product, limit), match, AIM)
            for match in MATCHES
        ]


async def _recorded(asking: httpx.AsyncClient, token: str) -> Replay:
    """The statements of one PUT; the first of them also fill the product's own caches."""
    told = [
        await heard(asking.put(f"/api/v1/patrols/{uuid4()}", content=body(number), headers=_headers(token)))
        for number in (-3, -2, -1, 0)
    ]
    return compared(told[-2], told[-1])


def _headers(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}", **JSON}


def _ours(number: int, tokens: Sequence[str]) -> Job:
    headers = _headers(tokens[number % len(tokens)])
    return [request("PUT", f"/api/v1/patrols/{uuid4()}", body(number), headers)]


def _theirs(number: int) -> Job:
    return [request("PUT", "/patrol", body(number), JSON)]
