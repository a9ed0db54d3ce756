"""The invented county with keys for everybody who asks in a bench, in the stage's own database."""

from datetime import timedelta

from backend.demo.organisation import found, officer_id, shared_hash
from backend.foundation.database import transaction
from backend.foundation.now import now
from backend.foundation.people.sessions import open_session
from backend.foundation.people.tokens import issue_token

HOUSE = "house"
PROFILE = "eshan"
# Each may write 6,000 times a minute; a bench spreads its writes over all of them.
WRITERS = ("duiyuan", "duiyuan2", "duizhang", "xieguan", "minjing", "suozhang", "jiaojing", "ziran")
LASTING = timedelta(days=1)


async def found_county() -> None:
    """The organisation of the demo, without its weeks of patrols."""
    async with transaction():
        await found(PROFILE, now(), await shared_hash())


async def token(username: str) -> str:
    return await issue_token(officer_id(username), "bench", now())


async def cookie(username: str) -> str:
    opened, _ = await open_session(
        officer_id(username), device="bench", address="127.0.0.1", at=now(), lasting=LASTING
    )
    return opened
