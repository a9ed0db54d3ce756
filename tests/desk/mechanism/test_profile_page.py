"""GET /profile: the rules one's own place has issued, clause by clause."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime
from html import escape
from uuid import UUID, uuid4

import httpx
import pytest

from backend.foundation.database import rows
from backend.foundation.mechanism import chapters, load_profile, profile_codes
from backend.foundation.people.tokens import issue_token
from tests.rig.cast import app
from tests.rig.clock import Clock
from tests.rig.database import RolledBack

MORNING = datetime.fromisoformat("2026-11-23T09:10:00+08:00")


@dataclass
class Town:
    """A county with townships, and the house to call as somebody of one of them."""

    house: httpx.AsyncClient
    county: UUID

    async def township(self, code: str, profile: str) -> UUID:
        township = uuid4()
        await rows(
            "INSERT INTO townships (id, county, code, name, profile, number_word) VALUES (?, ?, ?, ?, ?, ?)",
            township, self.county, code, code, profile, "示执巡",
        )  # fmt: skip
        return township

    async def read(self, township: UUID | None, role: str, query: str = "") -> httpx.Response:
        """What somebody with `role` in a unit of `township`, or of the county, reads."""
        unit, officer = uuid4(), uuid4()
        await rows(
            "INSERT INTO units (id, county, township, code, name, kind) VALUES (?, ?, ?, ?, ?, ?)",
            unit, self.county, township, str(unit)[:30], "单位", "department",
        )  # fmt: skip
        await rows(
            "INSERT INTO officers (id, unit, username, name, roles, must_change_password) VALUES (?, ?, ?, ?, ?, ?)",
            officer, unit, str(officer), "沈禾", f'["{role}"]', False,
        )  # fmt: skip
        token = await issue_token(officer, "desk", MORNING)
        return await self.house.get(f"/profile{query}", headers={"Authorization": f"Bearer {token}"})


@pytest.fixture
async def town(database: RolledBack, clock: Clock) -> AsyncIterator[Town]:
    clock.at(MORNING)
    county = uuid4()
    await rows("INSERT INTO counties (id, code, name) VALUES (?, ?, ?)", county, str(county)[:30], "示范县")
    transport = httpx.ASGITransport(app())  # type: ignore[arg-type]
    async with httpx.AsyncClient(transport=transport, base_url="http://house") as house:
        yield Town(house, county)


@pytest.mark.parametrize("code", profile_codes())
async def test_an_officer_reads_every_clause_rule_and_quotation_of_the_township(
    town: Town, code: str
) -> None:
    answer = await town.read(await town.township("here", code), "officer")
    assert answer.status_code == 200
    for chapter in chapters(load_profile(code)):
        assert escape(chapter.title) in answer.text
        assert all(escape(clause.text) in answer.text for clause in chapter.clauses)
        for row in chapter.rows:
            assert f'id="{row.anchor}"' in answer.text
            assert escape(row.sentence) in answer.text
            assert escape(row.quotation) in answer.text
            assert row.law is None or escape(row.law.quotation) in answer.text


async def test_what_is_agreed_locally_is_marked(town: Town) -> None:
    answer = await town.read(await town.township("here", "eshan"), "officer")
    assert '<span class="ld-tag ld-tag_local">本地约定</span>' in answer.text


async def test_a_township_reads_no_other_places_rules(town: Town) -> None:
    here = await town.township("here", "eshan")
    await town.township("there", "changjiang")
    assert (await town.read(here, "officer", "?of=changjiang")).status_code == 404


async def test_a_county_body_chooses_among_the_rules_of_its_townships(town: Town) -> None:
    await town.township("a", "zhaoba")
    await town.township("b", "changjiang")
    await town.township("c", "zhaoba")
    first, other = await town.read(None, "liaison"), await town.read(None, "liaison", "?of=changjiang")
    assert "深泽县赵八镇综合行政执法协调联动机制" in first.text
    assert first.text.count('href="/profile?of=zhaoba"') == 1
    assert "移送的案件应经单位主要领导批准、书面移送" in other.text
    assert (await town.read(None, "liaison", "?of=eshan")).status_code == 404


async def test_a_county_without_townships_is_told_so(town: Town) -> None:
    assert "还没有乡镇选用机制" in (await town.read(None, "head")).text


async def test_nobody_reads_it_without_signing_in(town: Town) -> None:
    assert (await town.house.get("/profile")).status_code in {303, 401}
