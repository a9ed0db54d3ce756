"""Adding and changing units."""

import pytest

from backend.demo.organisation import officer_id, township_id, unit_id
from backend.foundation.database import row
from backend.foundation.journal import timeline
from tests.office.personnel.people import UNIT, id_in, version_of
from tests.rig.cast import Cast

TEAM = unit_id("sfz-zfd")


async def team_form(**change: str) -> dict[str, str]:
    known = {"name": "综合行政执法队", "code": "sfz-zfd", "kind": "affiliated", "parent": str(unit_id("sfz"))}
    return known | {"version": str(await version_of("units", TEAM))} | change


async def test_a_unit_is_added_to_the_administrators_township(cast: Cast) -> None:
    here = await cast.browser("guanli")
    answer = await here.post("/units", data=UNIT | {"parent": str(unit_id("sfz")), "county_body": "1"})
    assert answer.status_code == 303
    unit = id_in(answer.headers["location"])
    added = await row("SELECT township, parent, kind, acts_in_own_name FROM units WHERE id = ?", unit)
    assert added == {
        "township": township_id("sfz"),
        "parent": unit_id("sfz"),
        "kind": "internal",
        "acts_in_own_name": False,
    }
    assert "水利站" in (await here.get(f"/units/{unit}")).text


async def test_a_countys_administrator_adds_county_bodies(cast: Cast, county_administrator: None) -> None:
    here = await cast.browser("xianban")
    unit = id_in((await here.post("/units", data=UNIT | {"kind": "department"})).headers["location"])
    assert await row("SELECT township FROM units WHERE id = ?", unit) == {"township": None}
    [moment] = await timeline("unit", unit)
    assert moment.kind == "unit.created"


async def test_what_is_refused_stays_as_it_was_typed(cast: Cast) -> None:
    here = await cast.browser("guanli")
    answer = await here.post("/units", data=UNIT | {"code": "大写", "acts_in_own_name": "1"})
    assert answer.status_code == 400
    for kept in ('value="水利站"', 'value="大写"', 'value="0000-1234567"', "还有 1 处要改"):
        assert kept in answer.text
    assert 'value="internal" selected' in answer.text
    assert await row("SELECT id FROM units WHERE name = '水利站'") is None


async def test_a_change_is_written_with_who_made_it(cast: Cast) -> None:
    here = await cast.browser("guanli")
    liaison = str(officer_id("duizhang"))
    form = await team_form(name="综合执法大队", liaison=liaison, phone="0000-1")
    assert (await here.post(f"/units/{TEAM}", data=form)).headers["location"] == f"/units/{TEAM}"
    changed = await row("SELECT name, liaison, version FROM units WHERE id = ?", TEAM)
    assert changed == {"name": "综合执法大队", "liaison": officer_id("duizhang"), "version": 2}
    [moment] = await timeline("unit", TEAM)
    assert (moment.kind, moment.actor_name) == ("unit.changed", "易安澜")
    assert "改为：综合执法大队（sfz-zfd）" in (await here.get(f"/units/{TEAM}")).text


async def test_the_liaison_is_one_of_the_units_own_people(cast: Cast) -> None:
    here = await cast.browser("guanli")
    answer = await here.post(f"/units/{TEAM}", data=await team_form(liaison=str(officer_id("minjing"))))
    assert answer.status_code == 422
    assert "从本单位人员里选" in answer.text


async def test_whoever_was_slower_sees_what_they_typed_and_may_write_over_it_knowingly(cast: Cast) -> None:
    here = await cast.browser("guanli")
    slow = await team_form(name="慢的")
    await here.post(f"/units/{TEAM}", data=await team_form(name="快的"))
    answer = await here.post(f"/units/{TEAM}", data=slow)
    assert answer.status_code == 409
    assert "别人刚改过" in answer.text
    assert 'value="慢的"' in answer.text
    assert 'name="version" value="2"' in answer.text
    assert await row("SELECT name FROM units WHERE id = ?", TEAM) == {"name": "快的"}


@pytest.mark.parametrize("version", ["", "0", "99", "-1", "zwei", "9" * 40])
async def test_a_version_that_never_was_changes_nothing(cast: Cast, version: str) -> None:
    here = await cast.browser("guanli")
    answer = await here.post(f"/units/{TEAM}", data=await team_form(name="别的", version=version))
    assert answer.status_code == 409


@pytest.mark.parametrize("parent", ["sfz", str(unit_id("lz")), str(TEAM)])
async def test_it_belongs_to_a_unit_from_the_list(cast: Cast, parent: str) -> None:
    answer = await (await cast.browser("guanli")).post(f"/units/{TEAM}", data=await team_form(parent=parent))
    assert answer.status_code == 400
    assert "还有 1 处要改" in answer.text


@pytest.mark.parametrize("parent", ["", str(unit_id("gaj"))])
async def test_it_may_belong_to_none_or_to_a_county_body(cast: Cast, parent: str) -> None:
    answer = await (await cast.browser("guanli")).post(f"/units/{TEAM}", data=await team_form(parent=parent))
    assert answer.status_code == 303


async def test_scripts_find_the_bodies_they_work_with_by_code(cast: Cast) -> None:
    script = await cast.script("duiyuan")
    found = (await script.get("/api/v1/units?limit=200")).json()
    units = {unit["code"]: unit for unit in found["items"]}
    assert found["next"] is None
    assert "cgj" in units
    assert "lz" not in units
    assert units["sfz"] == {
        "id": str(unit_id("sfz")),
        "code": "sfz",
        "name": "示范镇人民政府",
        "kind": "township",
        "acts_in_own_name": True,
        "version": 1,
    }


async def test_they_come_in_pages(cast: Cast) -> None:
    script, codes = await cast.script("duiyuan"), []
    cursor: str | None = ""
    while cursor is not None:
        told = (await script.get("/api/v1/units", params={"limit": 7, "cursor": cursor})).json()
        codes += [unit["code"] for unit in told["items"]]
        cursor = told["next"]
    assert codes == sorted(set(codes))
    assert len(codes) > 7
    assert (await script.get("/api/v1/units?cursor=%FF%FE")).status_code == 400
