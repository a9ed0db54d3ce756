"""What an administrator looks after, and that nobody looks further."""

from uuid import uuid4

import httpx
import pytest

from backend.demo.organisation import officer_id, unit_id
from backend.foundation.database import rows
from tests.rig.cast import Cast


async def listed(client: httpx.AsyncClient, address: str, records: list[str]) -> list[bool]:
    text = (await client.get(address)).text
    return [f'href="{address}/{record}"' in text for record in records]


NEXT = uuid4()
UNITS = [str(unit_id(code)) for code in ("sfz-zfd", "lz", "cgj")]
PEOPLE = [str(officer_id(name)) for name in ("duiyuan", "linzhen", "chengguan")]


async def test_a_townships_administrator_looks_after_the_township_alone(cast: Cast) -> None:
    here = await cast.browser("guanli")
    assert await listed(here, "/units", UNITS) == [True, False, False]
    assert await listed(here, "/officers", PEOPLE) == [True, False, False]


async def test_where_it_is_the_only_township_its_administrator_keeps_the_county_bodies_too(
    cast: Cast,
) -> None:
    await rows("INSERT INTO counties (id, code, name) VALUES (?, 'next', '邻县')", NEXT)
    await rows("UPDATE townships SET county = ? WHERE code = 'lz'", NEXT)
    await rows("UPDATE units SET county = ? WHERE code = 'lz'", NEXT)
    here = await cast.browser("guanli")
    assert await listed(here, "/units", UNITS) == [True, False, True]
    assert await listed(here, "/officers", PEOPLE) == [True, False, True]


async def test_a_countys_administrator_looks_after_all_of_it(cast: Cast) -> None:
    await rows("UPDATE officers SET roles = ? WHERE username = 'xianban'", '["administrator"]')
    here = await cast.browser("xianban")
    assert await listed(here, "/units", UNITS) == [True, True, True]
    assert await listed(here, "/officers", PEOPLE) == [True, True, True]


async def test_and_not_of_the_next_county(cast: Cast) -> None:
    unit = uuid4()
    await rows("INSERT INTO counties (id, code, name) VALUES (?, 'next', '邻县')", NEXT)
    await rows(
        "INSERT INTO units (id, county, code, name, kind) VALUES (?, ?, 'next', '邻县政府', 'government')",
        unit,
        NEXT,
    )
    await rows(
        "UPDATE officers SET roles = ?, unit = ? WHERE username = 'xianban'", '["administrator"]', unit
    )
    here = await cast.browser("xianban")
    assert await listed(here, "/units", UNITS) == [False, False, False]
    assert (await here.get(f"/units/{UNITS[0]}")).status_code == 404


@pytest.mark.parametrize(
    "address", [f"/units/{UNITS[1]}", f"/units/{UNITS[1]}/edit", f"/officers/{PEOPLE[1]}"]
)
async def test_the_neighbours_are_not_found(cast: Cast, address: str) -> None:
    assert (await (await cast.browser("guanli")).get(address)).status_code == 404


@pytest.mark.parametrize("username", ["duizhang", "lingdao", "jiandu", "fazhi"])
@pytest.mark.parametrize("address", ["/units", "/officers", "/settings", f"/officers/{PEOPLE[0]}"])
async def test_who_is_no_administrator_is_told_so(cast: Cast, username: str, address: str) -> None:
    assert (await (await cast.browser(username)).get(address)).status_code == 403
