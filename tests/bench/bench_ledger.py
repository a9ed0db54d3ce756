"""The leader's ledger: fifty of a hundred thousand patrols, against the bare driver and the same template."""

import httpx

from tests.bench import house
from tests.bench.figures import Figure
from tests.bench.filling import fill
from tests.bench.load import client, request
from tests.bench.raw.serving import raw_server, served
from tests.bench.recording import heard, listening
from tests.bench.replay import Replay
from tests.bench.sides import Match, rate, side
from tests.rig.patience import PATIENCE_S
from tests.rig.server import Servers

MATCHES = (Match(rounds=9, jobs=60, connections=1), Match(rounds=9, jobs=120, connections=16))
AIM = 0.6


# How much longer or shorter the limit's page may be: it words days and states more simply.
ALIKE = 0.05


async def measure(servers: Servers) -> list[Figure]:
    async with listening() as asking:
        await house.found_county()
        await fill()
        session = {"Cookie": f"session={await house.cookie('lingdao')}"}
        replay = Replay(await heard(asking.get("/ledger", headers=session)))
    product = side(served(servers, "product"), lambda _: [request("GET", "/ledger", headers=session)])
    limit = side(raw_server(servers, ledger=replay), lambda _: [request("GET", "/ledger")])
    await _compare(product.server.url, limit.server.url, session)
    with client() as asker:
        return [
            await rate(
                f"ledger of 50 in 100,000, {match.connections} at once", asker, (product, limit), match, AIM
            )
            for match in MATCHES
        ]


async def _compare(product: str, limit: str, session: dict[str, str]) -> None:
    """Both draw the same page."""
    async with httpx.AsyncClient(headers=session, timeout=PATIENCE_S) as asking:
        pages = [await asking.get(f"{url}/ledger") for url in (product, limit)]
    ours, theirs = (len(page.raise_for_status().text) for page in pages)
    assert abs(ours - theirs) < ALIKE * ours, (ours, theirs)
