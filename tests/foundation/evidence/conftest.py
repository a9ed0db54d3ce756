"""A township with its people, a record of a kind of its own to hang photos on, and the house to call."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest

from backend.foundation import records
from backend.foundation.database import rows
from backend.foundation.people.identity import Person
from backend.foundation.people.tokens import issue_token
from backend.foundation.records import Kind, Record
from tests.foundation.evidence.sending import Sender
from tests.rig.cast import app
from tests.rig.clock import Clock
from tests.rig.database import RolledBack

MORNING = datetime.fromisoformat("2026-11-21T14:20:00+08:00")
COUNTY, HERE, THERE = uuid4(), uuid4(), uuid4()


@dataclass
class Page:
    """The record the photos of these tests belong to: only people of `townsfolk` see it."""

    id: UUID = field(default_factory=uuid4)
    arrived: bool = True
    closed_at: datetime | None = None
    changes: int = 0

    async def visible(self, person: Person, record_id: UUID) -> Record | None:
        if not self.arrived or record_id != self.id or person.township_id != HERE:
            return None
        facts = {"number": "示执巡〔2026〕7号", "address": "示范镇石门大桥南侧"}
        return Record(
            "page", self.id, "街天巡查", "/pages/1", HERE, self.closed_at is None, HERE, facts, self.closed_at
        )

    async def changed(self, record_id: UUID) -> None:
        self.changes += record_id == self.id


@pytest.fixture
def page() -> Any:
    page = Page()
    records.register(Kind("page", "台账页", page.visible, page.changed))
    yield page
    records._kinds.pop("page")


@pytest.fixture
async def town(database: RolledBack, clock: Clock) -> dict[str, str]:
    """Tokens by name: 李 took the photo, 王 is of her unit, 张 of another unit here, 赵 of another township."""
    clock.at(MORNING)
    await rows("INSERT INTO counties (id, code, name) VALUES (?, ?, ?)", COUNTY, "trial", "示范县")
    for township, code in ((HERE, "here"), (THERE, "there")):
        await rows(
            "INSERT INTO townships (id, county, code, name, profile, number_word) VALUES (?, ?, ?, ?, ?, ?)",
            township, COUNTY, code, code, "eshan", "示执巡",
        )  # fmt: skip
    team, station, elsewhere = [await _unit(township) for township in (HERE, HERE, THERE)]
    people = {
        "李": (team, "officer"),
        "王": (team, "officer"),
        "张": (station, "police"),
        "赵": (elsewhere, "officer"),
    }
    tokens = {name: await _officer(name, unit, role) for name, (unit, role) in people.items()}
    tokens["管"] = await _officer("管", team, "administrator")
    return tokens


@pytest.fixture
async def house() -> AsyncIterator[httpx.AsyncClient]:
    """The application in this process, so that its handlers see the transaction of the test."""
    transport = httpx.ASGITransport(app())  # type: ignore[arg-type]
    async with httpx.AsyncClient(transport=transport, base_url="http://house") as client:
        yield client


@pytest.fixture
def li(house: httpx.AsyncClient, town: dict[str, str], page: Page) -> Sender:
    """Officer 李 with her phone."""
    return Sender(house, town["李"], page.id)


async def _unit(township: UUID) -> UUID:
    unit = uuid4()
    await rows(
        "INSERT INTO units (id, county, township, code, name, kind) VALUES (?, ?, ?, ?, ?, ?)",
        unit, COUNTY, township, str(unit)[:30], "综合行政执法队", "internal",
    )  # fmt: skip
    return unit


async def _officer(name: str, unit: UUID, role: str) -> str:
    officer = uuid4()
    await rows(
        "INSERT INTO officers (id, unit, username, name, roles, must_change_password) VALUES (?, ?, ?, ?, ?, ?)",
        officer, unit, str(officer), f"{name}旻堃", f'["{role}"]', False,
    )  # fmt: skip
    return await issue_token(officer, "phone", MORNING)
