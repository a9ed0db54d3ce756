"""The body without accounts at its letter: it reads the address and the code, types them, and acts by plain forms."""

import re
from dataclasses import dataclass, field
from html import unescape
from typing import Any
from uuid import UUID, uuid4

import httpx

from backend.foundation.database import row
from backend.foundation.letters import official
from tests.casework.handoffs.offices import Offices

SIGNED = {"name": "冯水生", "position": "水政科科长"}
_NOTE = re.compile(r"http://\S+?(/p/[0-9A-Z]+)，回复码 ([0-9A-Z ]+)")


@dataclass
class Visit:
    """One browser at one link. `answer` is the last answer; cookies are kept as a browser keeps them."""

    client: httpx.AsyncClient
    path: str
    code: str
    headers: dict[str, str] = field(default_factory=lambda: {"Sec-Fetch-Site": "same-origin"})

    async def look(self, tail: str = "") -> httpx.Response:
        return await self.client.get(self.path + tail, headers=self.headers)

    async def post(self, noun: str, said: dict[str, Any] | None = None, **headers: str) -> httpx.Response:
        return await self.client.post(
            f"{self.path}/{noun}", data=said or {}, headers={**self.headers, **headers}
        )

    async def enter(self, **kept: str) -> httpx.Response:
        return await self.post("code", {"code": self.code, **kept})

    async def act(self, noun: str, **said: str) -> httpx.Response:
        """Fill in and send the form as it is drawn."""
        hidden = secrets_of((await self.look()).text)
        return await self.post(noun, {**SIGNED, **hidden, **said})


def secrets_of(page: str) -> dict[str, str]:
    """What a form of the page carries unseen: the token of the visit, the key of the attempt."""
    found = {name: re.search(rf'name="{name}" value="([^"]+)"', page) for name in ("csrf", "key")}
    return {name: match[1] for name, match in found.items() if match}


async def printed(handoff: str) -> tuple[str, str]:
    """Path and code as they stand on the newest letter."""
    found = await row(
        "SELECT letter FROM handoff_sendings WHERE handoff = ? ORDER BY ordinal DESC LIMIT 1", UUID(handoff)
    )
    assert found is not None
    notes = " ".join((await official.find(found["letter"])).says().notes)
    stands = _NOTE.search(notes)
    assert stands, notes
    return stands[1], stands[2].strip()


async def visit(offices: Offices, handoff: str, *, entered: bool = True) -> Visit:
    """Somebody of the body with the letter in their hand; `entered`: the code was typed."""
    path, code = await printed(handoff)
    at = Visit(await offices.street.cast.nobody(), path, code)
    if entered:
        assert (await at.enter()).status_code == 303
    return at


def said_on(answer: httpx.Response) -> str:
    return unescape(answer.text)


async def sent(offices: Offices, **changes: Any) -> str:
    """A case sent to 县水利局."""
    return await offices.sent(to_unit="slj", **changes)


def new_key() -> str:
    return str(uuid4())
