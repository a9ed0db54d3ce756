"""A refusal that reaches whoever is still sending.

Most clients read the answer only once their whole body is out. If we answer and hang up before that, they meet a
broken connection instead of our words. So what is left of a body is read and thrown away first, within bounds.
"""

import asyncio
from contextlib import suppress
from typing import Any

from litestar.enums import ScopeType
from litestar.types import ASGIApp, Message, Receive, Scope, Send

# What is sent by mistake is a film or an archive; whoever sends more, or sends it slowly, is hung up on as before.
MOST_BYTES = 256 * 1024 * 1024
LONGEST_S = 30.0


class Draining:
    """Around the whole application, as it stands towards the network."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        body = _Body(scope, receive)
        if not body.expected:
            await self._app(scope, receive, send)
            return

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start" and not body.ended:
                await body.drain()
            await send(message)

        await self._app(scope, body.receive, answer)


class _Body:
    """The body of one request on its way in."""

    def __init__(self, scope: Scope, receive: Receive) -> None:
        self._receive = receive
        named: dict[bytes, bytes] = dict(scope["headers"]) if scope["type"] == ScopeType.HTTP else {}
        self.expected = named.get(b"content-length", b"0") != b"0" or b"transfer-encoding" in named
        # Who asks first whether to send at all is answered before anything was sent.
        self.ended = named.get(b"expect", b"").lower() == b"100-continue"

    async def receive(self) -> Any:
        message = await self._receive()
        self.ended = not message.get("more_body", False)
        return message

    async def drain(self) -> None:
        thrown_away = 0
        with suppress(TimeoutError):
            async with asyncio.timeout(LONGEST_S):
                while not self.ended and thrown_away < MOST_BYTES:
                    thrown_away += len((await self.receive()).get("body", b""))
