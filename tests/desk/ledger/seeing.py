"""What a reader sees of the ledger: titles in order, the line of sums, the way to older lines."""

import re
from dataclasses import dataclass
from html import unescape
from urllib.parse import urlencode

import httpx

from tests.field.street import Street

_NAME = re.compile(r'ld-ledger-row__name">(.*?)</span>')
_MORE = re.compile(r'class="ld-ledger__more" href="([^"]+)"')
_DAY = re.compile(r'class="ld-day" role="presentation"><span>(.*?)</span>(?:<span>(\d+)</span>)?')
_SUM = re.compile(r"<b>([\d,.]+)</b>")


@dataclass(frozen=True)
class Seen:
    """One answer: `titles` as listed, `days` with their counts, `more` the address of the older lines."""

    titles: list[str]
    days: list[tuple[str, str]]
    more: str | None
    text: str


def seen(answer: httpx.Response) -> Seen:
    assert answer.status_code == 200, answer.text
    more = _MORE.search(answer.text)
    return Seen(
        [unescape(name) for name in _NAME.findall(answer.text)],
        _DAY.findall(answer.text),
        unescape(more[1]) if more else None,
        answer.text,
    )


async def listed(street: Street, who: str = "lingdao", **asked: str) -> list[str]:
    """Titles of the first page, the newest first. `from_` stands for `from`."""
    return seen(await street.page(who, address("/ledger", **asked))).titles


def address(path: str, **asked: str) -> str:
    query = urlencode({name.rstrip("_"): value for name, value in asked.items()})
    return f"{path}?{query}" if query else path


async def fragment(street: Street, who: str, path: str) -> httpx.Response:
    """What htmx gets there."""
    await street.page(who, "/ledger")
    return await street.clients[f"{who} in a browser"].get(path, headers={"HX-Request": "true"})


async def sums(street: Street, who: str = "lingdao", **asked: str) -> tuple[str, ...]:
    """Patrols, findings, unfiled and length as the line of sums says them."""
    answer = await fragment(street, who, address("/ledger/totals", **asked))
    return tuple(_SUM.findall(answer.text))
