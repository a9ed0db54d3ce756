"""Between workers, on PostgreSQL: news and ends cross over, also after the connection was cut."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from backend.foundation.beside import going_on
from backend.foundation.database import rows
from backend.foundation.live.crossing import NAME, Crossing
from backend.foundation.live.hub import Hub
from backend.foundation.people.identity import Person
from backend.settings import settings
from tests.foundation.live.listening import home, house, ring
from tests.rig.patience import until
from tests.rig.stage import stage

pytestmark = pytest.mark.skipif(stage().engine == "sqlite", reason="SQLite has one worker")

# It is there a moment before it listens: what is said in between is not heard.
CONNECTED = (
    "SELECT pid FROM pg_stat_activity WHERE application_name = ? AND state = 'idle' AND query ILIKE 'listen%'"
)


@asynccontextmanager
async def crossing(hub: Hub) -> AsyncIterator[Crossing]:
    """As a worker has it, connected."""
    before = {found["pid"] for found in await rows(CONNECTED, NAME)}
    made = Crossing(settings().database_url, hub)
    async with going_on("crossing", made.run()):
        await _connected(before)
        yield made


async def _connected(before: set[int]) -> None:
    async def there() -> bool:
        return bool({found["pid"] for found in await rows(CONNECTED, NAME)} - before)

    await until(there, what="no worker connected")


async def test_what_one_worker_took_is_heard_at_the_other(officer: Person) -> None:
    async with house(woken=False) as here, crossing(Hub()) as there, crossing(here.hub):
        ear = await here.listen(officer)
        entry = await ring(home(officer))
        there.tell(entry.chain, entry.seq)
        await ear.until(1)
        assert ear.seqs == [entry.seq]


async def test_whoever_is_signed_out_at_one_worker_is_hung_up_on_at_the_other(officer: Person) -> None:
    async with house(woken=False) as here, crossing(Hub()) as there, crossing(here.hub):
        phone, desk = [await here.listen(officer, credential=name) for name in ("phone", "desk")]
        there.tell_end("phone", None, None)
        await phone.until_ended()
        assert desk.listener in here.hub.listeners
        there.tell_end(None, officer.id, None)
        await desk.until_ended()


async def test_a_connection_cut_inside_the_database_is_made_anew_and_nothing_is_missed(
    officer: Person,
) -> None:
    async with house(woken=False) as here, crossing(here.hub):
        ear = await here.listen(officer)
        before = {found["pid"] for found in await rows(CONNECTED, NAME)}
        await rows("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = ?", NAME)
        entry = await ring(home(officer))  # told to nobody
        await _connected(before)
        await until(lambda: ear.seqs == [entry.seq], what="the look after connecting finds it")
