"""What keeps the hub going in each worker, and how its streams end when the worker does."""

import asyncio
import signal
from datetime import timedelta
from itertools import cycle
from uuid import UUID

from backend.foundation.beside import Beside, keep_doing
from backend.foundation.database import engine_kind
from backend.foundation.journal.recording import tell, tell_no_more
from backend.foundation.live.crossing import Crossing
from backend.foundation.live.hub import Hub
from backend.foundation.live.standing import no_longer_entitled
from backend.foundation.now import now
from backend.foundation.refusals import Refusal
from backend.settings import settings

LOOK_EVERY = timedelta(seconds=1)
BEAT_EVERY = 10  # looks; the contract allows 15 s of silence
END_STREAMS = signal.SIGUSR1  # what the process that watches the workers sends before it stops them

_listening = Beside("live")
_hub: Hub | None = None
_crossing: Crossing | None = None
_closing = False


def hub() -> Hub:
    """This worker's hub; refuses `unavailable` while the worker is not up, or about to stop."""
    if _hub is None or _closing:
        raise Refusal("unavailable")
    return _hub


def end(*, credential: str | None = None, officer: UUID | None = None, keep: str | None = None) -> None:
    """Hang up, in every worker, on the stream that came with this credential, or on all of an officer's but `keep`.

    Called once what ends them is committed: a session, a token, a departure, another role or unit.
    """
    if _hub is not None:
        _hub.end(credential=credential, officer=officer, keep=keep)
    if _crossing is not None:
        _crossing.tell_end(credential, officer, keep)


async def open_live() -> None:
    """Begin to listen to the journal."""
    global _hub, _crossing, _closing  # noqa: PLW0603 - one per worker, as the pool is
    _closing = False
    _hub = Hub()
    if engine_kind() == "postgres":
        _crossing = Crossing(settings().database_url, _hub)
        _listening.begin(_crossing.run())
    tell(_wake)
    _listening.begin(_hub.run())
    _listening.begin(_keep_watch(_hub))
    asyncio.get_running_loop().add_signal_handler(END_STREAMS, _end_streams)


async def close_live() -> None:
    """Stop, and let go of whoever still listens."""
    global _hub, _crossing  # noqa: PLW0603
    if _hub is None:
        return
    tell_no_more(_wake)
    _hub.end_all()
    await _listening.end()
    _hub = _crossing = None


def _wake(chain: UUID, seq: int) -> None:
    if _hub is not None:
        _hub.wake(chain, seq)
    if _crossing is not None:
        _crossing.tell(chain, seq)


async def _keep_watch(hub: Hub) -> None:
    """The look every second, the sign of life, and whether all who listen still may."""
    looks = cycle(range(BEAT_EVERY))

    async def look() -> None:
        last = next(looks) == BEAT_EVERY - 1
        await hub.look()
        if last:
            hub.beat()
            await _check(hub)

    await keep_doing(look, LOOK_EVERY, "looking after live streams")


async def _check(hub: Hub) -> None:
    for listener in await no_longer_entitled(hub.listeners, now()):
        listener.end()
    if hub.listeners:
        await hub.learn_places()


def _end_streams() -> None:
    """The worker is about to stop. The HTTP server waits for open answers before it closes anything of ours: so they end now."""
    global _closing  # noqa: PLW0603
    _closing = True
    if _hub is not None:
        _hub.end_all()
