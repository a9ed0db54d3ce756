"""`/live`: server-sent events for whoever is signed in, on duty or not (contract). Resumes by Last-Event-ID."""

import asyncio

from litestar import get
from litestar.types import ASGIApp, Receive, Scope, Send

from backend.foundation.live import Hub, Listener, hub
from backend.foundation.people.sessions import digest_of
from backend.foundation.web.guards import requires
from backend.foundation.web.request import SignedRequest

_HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),  # a proxy in front passes each line on as it comes
]


@get("/live", guards=[requires("self.use")], include_in_schema=False)
async def live(request: SignedRequest) -> ASGIApp:
    """The stream. A browser cannot set the header when it opens one anew, so `?after=` says the same."""
    bearer = request.headers.get("authorization", "")[len("bearer ") :].strip()
    here = hub()
    listener = Listener(request.user, request.user.session_id or digest_of(bearer))
    heard = request.headers.get("last-event-id") or request.query_params.get("after") or ""
    return _Stream(here, listener, heard).answer


class _Stream:
    """One answer without an end; written to only when there is something to say."""

    def __init__(self, hub: Hub, listener: Listener, heard: str) -> None:
        self._hub = hub
        self._listener = listener
        self._heard = heard

    async def answer(self, _scope: Scope, receive: Receive, send: Send) -> None:
        gone = asyncio.create_task(self._until_gone(receive), name="live reader")
        writing = asyncio.create_task(self._write(send), name="live writer")
        self._listener.written_by(writing)
        try:
            await asyncio.wait([writing])
        finally:
            self._hub.leave(self._listener)
            writing.cancel()
            gone.cancel()
            await asyncio.gather(writing, gone, return_exceptions=True)
        if not writing.cancelled():
            writing.result()

    async def _write(self, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": _HEADERS})
        said: bytes | None = await self._hub.join(self._listener, self._heard)
        while said is not None:
            await send({"type": "http.response.body", "body": said, "more_body": True})
            said = await self._listener.heard()
        await send({"type": "http.response.body", "body": b"", "more_body": False})

    async def _until_gone(self, receive: Receive) -> None:
        while (await receive())["type"] != "http.disconnect":
            pass
        self._listener.end()


ROUTES = [live]
