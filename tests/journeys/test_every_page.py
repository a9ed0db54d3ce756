"""Every page by everybody (judging.py): all rules on the phone, and one look or device more, another one from page to page. The
same page of another record, or with another reader's eyes, is judged for what is too small, sideways or says nothing. Each in all
of them: `make proof TRIAL=pages`."""

import re

import pytest
from playwright.async_api import Browser

from tests.journeys.judging import Address, every_address, judged
from tests.rig.browser import DeviceName, Screens
from tests.rig.server import Server

DEVICES: tuple[DeviceName, ...] = ("phone", "tablet", "desk")
# In turn, page by page.
SHARES: tuple[dict[DeviceName, tuple[str, ...]], ...] = (
    {"phone": ("light", "dark")},
    {"phone": ("light", "care")},
    {"phone": ("light",), "tablet": ("care",)},
    {"phone": ("light",), "desk": ("dark",)},
)
AGAIN: dict[DeviceName, tuple[str, ...]] = {"phone": ("plain",)}
RECORD = re.compile(r"/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(?=[/?]|$)")
# The longest of the journeys: in parts, so that the processes that share them end together.
PARTS = 4


@pytest.fixture(scope="session")
async def chromium(shell: Browser) -> Browser:
    """Nothing here asks for a window."""
    return shell


@pytest.fixture(scope="session")
async def all_of_them(chromium: Browser, demo_server: Server) -> list[Address]:
    screens = Screens(chromium, demo_server)
    found = await every_address(screens)
    await screens.close()
    assert not screens.complaints, "\n".join(screens.complaints)
    return found


def firsts_of(found: list[Address]) -> set[Address]:
    """Each address as its first reader sees it, and of those each page once for a reader, with the first record on it."""
    addresses: dict[str, Address] = {}
    for reader, path in found:
        addresses.setdefault(path, (reader, path))
    pages: dict[tuple[str, str], Address] = {}
    for reader, path in addresses.values():
        pages.setdefault((reader, RECORD.sub("/…", path)), (reader, path))
    return set(pages.values())


@pytest.mark.parametrize("part", range(PARTS))
async def test_every_page_can_be_used_by_everybody(
    screens: Screens, all_of_them: list[Address], part: int
) -> None:
    begin, end = (len(all_of_them) * edge // PARTS for edge in (part, part + 1))
    firsts = firsts_of(all_of_them)
    shared = [
        (address, SHARES[number % len(SHARES)] if address in firsts else AGAIN)
        for number, address in enumerate(all_of_them[begin:end], begin)
    ]
    found = []
    for device in DEVICES:
        found += await judged(
            screens, device, [(address, looks[device]) for address, looks in shared if device in looks]
        )
    assert not found, "\n".join(found)
