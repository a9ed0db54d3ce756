"""From the phone to the ledger: a joint patrol is walked, filed, read, remarked on and taken away as a spreadsheet."""

import hashlib
from pathlib import Path

import pytest
from playwright.async_api import Page

from tests.journeys import leader, officer
from tests.journeys.day import Day
from tests.journeys.material import Material
from tests.journeys.record import digests_of_photos, positions, told
from tests.journeys.ways import length_m
from tests.journeys.workbook import says_what_the_api_says

pytestmark = pytest.mark.main

TITLE = "街天联合巡查"
BREAK_S = 20 * 60


async def test_a_joint_patrol_from_the_phone_to_the_ledger(
    day: Day, material: Material, tmp_path: Path
) -> None:
    phone = await day.screen("phone", "duiyuan")
    patrol = await patrolled(day, phone, material)
    await held_as_it_was(phone, patrol, material)
    await filed(day, phone, patrol)
    await read_by_the_leader(await day.screen("tablet", "lingdao"), tmp_path)
    verified = day.screens.server.liandong("verify")
    assert verified.returncode == 0, verified.stdout + verified.stderr


async def patrolled(day: Day, phone: Page, material: Material) -> str:
    """Started together, walked, two findings written, a meal in between, ended."""
    patrol = await officer.start_joint_patrol(phone, TITLE, ["duiyuan2", "minjing"])
    half = len(material.way) // 2
    await day.walk(phone, material.way[:half])
    await officer.write_finding(phone, "占道经营", "persuaded", "两处摊点越出店面约一米", material.photos[0])
    await officer.pause(phone)
    await day.later(phone, BREAK_S)
    await officer.resume(phone)
    await day.walk(phone, material.way[half:])
    await officer.write_finding(
        phone, "乱倒垃圾", "corrected", "河边正倒建筑垃圾，已清走", material.photos[1], ongoing=True
    )
    await officer.end(phone)
    await officer.all_sent(phone)
    return patrol


async def filed(day: Day, phone: Page, patrol: str) -> None:
    """Each unit says that its people were there; conduct and recorder are noted; then 备案."""
    await officer.confirm_own_people(phone, patrol)
    await officer.confirm_own_people(await day.screen("phone", "minjing"), patrol)
    await officer.check_conduct(phone, patrol)
    await officer.enter_recorder(phone, patrol, "ZFJ-07", "执法队采集站")
    await officer.file(phone, patrol, "走完农贸市场到青石桥，发现两处，均已处理")
    record = await told(phone, f"/patrols/{patrol}")
    assert record["state"] == "filed"
    assert record["number"]
    assert {unit["name"] for unit in record["units"] if unit["attendance"]} == set(record["unit_names"])
    assert all(record["conduct"]["points"].values())
    assert [entry["recorder"] for entry in record["recordings"]] == ["ZFJ-07"]


async def read_by_the_leader(tablet: Page, folder: Path) -> None:
    """Found by two characters, looked at, remarked on, taken away; each cell of the file is what the API says."""
    await leader.find(tablet, "街天", TITLE)
    await leader.read(tablet, findings=2)
    await leader.look_closer(tablet)
    await leader.remark(tablet, "已阅。请跟踪处理结果。")
    file = await leader.take_spreadsheet(tablet, folder)
    assert await says_what_the_api_says(tablet, file) > 60


async def held_as_it_was(phone: Page, patrol: str, material: Material) -> None:
    """The server has the way, its break, both findings, and the photos byte for byte."""
    record = await told(phone, f"/patrols/{patrol}")
    held = await positions(phone, patrol)
    assert set(held) <= {(fix.lat, fix.lon) for fix in material.way}
    assert len(held) >= length_m(material.way) / 60
    assert 0.6 * length_m(material.way) < record["length_m"] <= length_m(material.way)
    assert [pause["reason"] for pause in record["pauses"]] == ["用餐"]
    assert "农贸市场" in [place["name"] for place in record["passings"]]
    assert (record["finding_count"], record["photo_count"]) == (2, 2)
    originals = [hashlib.sha256(photo.read_bytes()).hexdigest() for photo in material.photos]
    assert await digests_of_photos(phone, patrol) == originals
