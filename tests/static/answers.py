"""The far end of the line: what a page sends is written down, and what it is answered is given beforehand."""

import asyncio
import time
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from playwright.async_api import Error, Page, Route

from tests.rig.browser import PATIENCE_MS

NOTHING: dict[str, Any] = {}


@dataclass
class Sent:
    """One request of the page."""

    method: str
    path: str
    body: Any
    headers: dict[str, str]


@dataclass
class Line:
    """Answers in the order they were given, the last one for ever; None is a line that breaks."""

    page: Page
    answers: list[tuple[int, Any] | None]
    sent: list[Sent] = field(default_factory=list)

    @property
    def bodies(self) -> list[Any]:
        return [sent.body for sent in self.sent]

    async def until(self, count: int) -> None:
        """That many requests have come; nothing is slept for, the page is kept busy meanwhile."""
        until = time.monotonic() + PATIENCE_MS / 1000
        while len(self.sent) < count:
            assert time.monotonic() < until, f"{len(self.sent)} of {count} requests came"
            with suppress(Error):  # the page went on to another one meanwhile
                await self.page.evaluate("() => fetch('/').then(() => null)")

    async def answer(self, route: Route) -> None:
        asked = route.request
        body = asked.post_data_json if asked.post_data else None
        path = "/" + asked.url.split("/", 3)[3]
        self.sent.append(Sent(asked.method, path, body, asked.headers))
        given = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if given is None:
            await route.abort()
        else:
            await route.fulfill(status=given[0], json=given[1])


class Held:
    """Requests that are on their way until they are let go."""

    def __init__(self) -> None:
        self.routes: asyncio.Queue[Route] = asyncio.Queue()

    async def __call__(self, route: Route) -> None:
        await self.routes.put(route)

    async def next(self) -> Route:
        """As soon as it has come."""
        async with asyncio.timeout(PATIENCE_MS / 1000):
            return await self.routes.get()

    async def go_on(self) -> None:
        """The next one."""
        await (await self.next()).fallback()


async def connect(page: Page, *answers: tuple[int, Any] | None) -> Line:
    """Whatever `page` asks of the API is answered with `answers`."""
    line = Line(page, list(answers) or [(201, NOTHING)])
    await page.route("**/api/v1/**", line.answer)
    return line


def problem(status: int, code: str, **more: Any) -> tuple[int, Any]:
    return status, {"status": status, "code": code, "title": "没有送成", "detail": "", **more}
