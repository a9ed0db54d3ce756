"""Two administrators at once: one is first, the other is told, nothing is lost or doubled."""

import asyncio
from uuid import UUID

from backend.demo.organisation import officer_id, unit_id
from backend.foundation.database import row, rows
from backend.foundation.journal.verification import verify_journal
from tests.office.personnel.people import OFFICER, UNIT, version_of
from tests.rig.cast import Cast

TEAM, SHEN = unit_id("sfz-zfd"), officer_id("duiyuan")


async def test_a_code_and_a_username_are_given_once(own_cast: Cast) -> None:
    here = await own_cast.browser("guanli")
    first = await asyncio.gather(*(here.post("/units", data=UNIT) for _ in range(4)))
    assert sorted(answer.status_code for answer in first) == [303, 409, 409, 409]
    person = OFFICER | {"unit": str(TEAM)}
    then = await asyncio.gather(*(here.post("/officers", data=person) for _ in range(4)))
    assert sorted(answer.status_code for answer in then) == [201, 409, 409, 409]
    assert "已经有人用" in next(answer for answer in then if answer.status_code == 409).text
    assert len(await rows("SELECT id FROM officers WHERE username = 'qinghe'")) == 1


async def test_of_four_changes_made_on_one_version_one_is_written(own_cast: Cast) -> None:
    here = await own_cast.browser("guanli")
    version = str(await version_of("units", TEAM))
    names = ["甲", "乙", "丙", "丁"]
    answers = await asyncio.gather(
        *(
            here.post(
                f"/units/{TEAM}",
                data={"name": name, "code": "sfz-zfd", "kind": "affiliated", "version": version},
            )
            for name in names
        )
    )
    assert sorted(answer.status_code for answer in answers) == [303, 409, 409, 409]
    [won] = [name for name, answer in zip(names, answers, strict=True) if answer.status_code == 303]
    assert await row("SELECT name, version FROM units WHERE id = ?", TEAM) == {"name": won, "version": 2}


async def test_a_certificate_is_suspended_once_and_the_journal_holds(own_cast: Cast) -> None:
    here = await own_cast.browser("guanli")
    held = await row("SELECT id FROM certificates WHERE officer = ?", SHEN)
    assert held is not None
    certificate: UUID = held["id"]
    form = {"version": str(await version_of("officers", SHEN)), "reason": "核查"}
    answers = await asyncio.gather(
        *(here.post(f"/certificates/{certificate}/suspension", data=form) for _ in range(4))
    )
    assert sorted(answer.status_code for answer in answers) == [303, 409, 409, 409]
    assert len(await rows("SELECT id FROM suspensions WHERE certificate = ?", certificate)) == 1
    walk = await verify_journal()
    assert (walk.fault, walk.events) == (None, 1)
