"""A spreadsheet: previewed, confirmed to the letter, or refused row by row with nothing half-written."""

from datetime import date

import pytest

from backend.demo.organisation import township_id
from backend.foundation.journal import timeline
from backend.foundation.now import now
from backend.office.matters import matter_in_force, matters_in_force
from backend.office.matters.commands.versions import withdraw_version
from tests.office.matters.lists import act, listed
from tests.office.matters.sheets import (
    PAPER,
    RIVER,
    STALL,
    confirmed,
    counted,
    imported,
    previewed,
    spreadsheet,
    upload,
)
from tests.rig.cast import Cast
from tests.rig.clock import Clock

HERE = township_id("sfz")
pytestmark = pytest.mark.usefixtures("press")


async def test_a_first_list_is_previewed_and_nothing_is_written_before_it_is_confirmed(town: Cast) -> None:
    where, page = await previewed(town, spreadsheet([STALL, RIVER]))
    assert "新列入" in page
    assert "清单还没有改" in page
    assert await counted("matters") == 0
    assert (await confirmed(town, where)).status_code == 303
    assert [found.code for found in await matters_in_force(HERE, now())] == ["SR-01", "SW-01"]


async def test_new_changed_taken_back_and_unchanged_are_told_apart(town: Cast) -> None:
    kept = STALL | {"code": "SR-02", "name": "乱扔果皮"}
    changed = STALL | {"code": "SR-03", "name": "乱贴小广告"}
    await imported(town, [STALL, kept, changed])
    back = STALL | {"standing": "已收回", "punishing": "县城市管理局"}
    where, page = await previewed(
        town, spreadsheet([back, kept, changed | {"standard": "电线杆也算"}, RIVER])
    )
    for words in ("收回", "新列入", "调整"):
        assert f"{words} <small>1项</small>" in page
    assert "<del>示范镇人民政府</del><ins>县城市管理局</ins>" in page
    assert "<ins>电线杆也算</ins>" in page
    assert '1<small>项</small></span><span class="ld-stat__name">没有变' in page
    await confirmed(town, where)
    found = await matter_in_force(HERE, "SR-01", now())
    assert found
    assert (found.standing, found.punishing.code, found.number) == ("taken_back", "cgj", 2)
    assert [m.number for m in await matters_in_force(HERE, now())] == [2, 1, 2, 1]


async def test_the_same_spreadsheet_again_changes_nothing(town: Cast) -> None:
    await imported(town, [STALL, RIVER])
    where, page = await previewed(town, spreadsheet([STALL, RIVER]))
    assert "和清单里的完全一样" in page
    await confirmed(town, where)
    assert await counted("matter_versions") == 2


async def test_what_a_whole_list_leaves_out_is_taken_back_or_leaves_it(town: Cast) -> None:
    await imported(town, [STALL, RIVER, RIVER | {"code": "SW-02"}])
    where, page = await previewed(town, spreadsheet([RIVER]), whole="1")
    assert "收回 <small>1项</small>" in page
    assert "移出清单 <small>1项</small>" in page
    await confirmed(town, where)
    left = {
        found.code: (found.standing, found.punishing.name) for found in await matters_in_force(HERE, now())
    }
    assert left == {"SR-01": ("taken_back", "县城市管理局"), "SW-01": ("kept", "县水利局")}


async def test_a_matter_whose_only_version_was_withdrawn_is_listed_anew_under_its_code(town: Cast) -> None:
    matter = await listed("SR-01", "摆摊", day=date(2026, 12, 1))
    await withdraw_version(matter, 1, "决定撤销", 1, act())
    where, page = await previewed(town, spreadsheet([STALL, RIVER]), whole="1")
    assert "新列入 <small>2项</small>" in page
    assert (await confirmed(town, where)).status_code == 303
    found = await matter_in_force(HERE, "SR-01", now())
    assert found
    assert (found.id, found.number, await counted("matters")) == (matter, 2, 2)


async def test_what_a_part_leaves_out_stays(town: Cast) -> None:
    await imported(town, [STALL, RIVER])
    await imported(town, [RIVER | {"standard": "岸坡也算"}])
    assert len(await matters_in_force(HERE, now())) == 2


async def test_sayings_alone_make_no_version(town: Cast) -> None:
    await imported(town, [STALL])
    where, page = await previewed(
        town, spreadsheet([STALL | {"sayings": "走鬼、出摊"}]), effective_on="2026-12-01"
    )
    assert "只改常用说法 <small>1项</small>" in page
    await confirmed(town, where)
    found = await matter_in_force(HERE, "SR-01", now())
    assert found
    assert (found.number, found.sayings) == (1, ("走鬼", "出摊"))


async def test_a_row_may_name_its_own_day_and_paper(town: Cast) -> None:
    own = STALL | {"effective_on": date(2026, 12, 1), "paper_title": "另一份决定"}
    await imported(town, [own, RIVER])
    assert [found.code for found in await matters_in_force(HERE, now())] == ["SW-01"]
    found = await matter_in_force(HERE, "SR-01", act().at.replace(month=12, day=2))
    assert found
    assert (found.effective_on, found.paper.title) == (date(2026, 12, 1), "另一份决定")


async def test_a_list_that_moved_meanwhile_is_not_overwritten(town: Cast) -> None:
    await imported(town, [RIVER])
    where, _ = await previewed(town, spreadsheet([STALL]))
    await listed("SR-77")
    answer = await confirmed(town, where)
    assert (answer.status_code, "list_moved" in answer.text) == (409, True)
    assert await matter_in_force(HERE, "SR-01", now()) is None


async def test_the_first_list_of_two_wins(town: Cast) -> None:
    one, _ = await previewed(town, spreadsheet([STALL]))
    other, _ = await previewed(town, spreadsheet([RIVER]))
    assert (await confirmed(town, one)).status_code == 303
    assert "list_moved" in (await confirmed(town, other)).text
    assert [found.code for found in await matters_in_force(HERE, now())] == ["SR-01"]


async def test_confirming_twice_writes_once(town: Cast) -> None:
    where, _ = await previewed(town, spreadsheet([STALL]))
    assert (await confirmed(town, where)).status_code == 303
    again = await confirmed(town, where)
    assert (again.status_code, "list_applied" in again.text) == (409, True)
    assert await counted("matter_versions") == 1


async def test_a_preview_whose_day_has_passed_is_not_carried_out(town: Cast, noon: Clock) -> None:
    where, _ = await previewed(town, spreadsheet([STALL]))
    noon.at("2026-11-21T00:00:00+08:00")
    answer = await confirmed(town, where)
    assert (answer.status_code, "matter_date_past" in answer.text) == (422, True)
    assert await counted("matters") == 0


async def test_the_journal_says_what_came_from_which_file(town: Cast) -> None:
    await imported(town, [STALL, RIVER])
    [moment] = await timeline("matter_list", HERE)
    assert (moment.kind, moment.payload and moment.payload["new"]) == ("matters.imported", 2)
    found = await matter_in_force(HERE, "SR-01", now())
    assert found
    [listed_by] = await timeline("matter", found.id)
    assert (listed_by.actor_name, str(found.paper)) == (
        "韩立夏",
        f"《{PAPER['paper_title']}》（{PAPER['paper_number']}）",
    )


async def test_a_form_that_is_no_upload_is_refused(town: Cast) -> None:
    answer = await (await town.browser("duizhang")).post(
        "/matters/imports", data={"effective_on": "2026-11-20"}
    )
    assert answer.status_code == 415


async def test_a_form_in_an_encoding_nobody_knows_is_refused(town: Cast) -> None:
    part = b'--x\r\nContent-Disposition: form-data; name="whole"\r\nContent-Type: text/plain; charset=nope\r\n\r\n1\r\n--x--\r\n'
    browser, kind = await town.browser("duizhang"), {"Content-Type": "multipart/form-data; boundary=x"}
    answer = await browser.post("/matters/imports", content=part, headers=kind)
    assert answer.status_code == 400
    assert "请求无法读懂" in answer.text


async def test_a_file_too_large_is_refused_where_it_was_chosen_and_what_was_typed_stays(town: Cast) -> None:
    answer = await upload(town, b"\x00" * (6 * 1024 * 1024), paper_title="示范县赋权清单")
    assert answer.status_code == 400
    assert "这个文件6.0 MB，最大5.0 MB" in answer.text
    assert 'value="示范县赋权清单"' in answer.text


async def test_a_body_that_is_no_table_at_all_is_refused_before_it_is_read(town: Cast) -> None:
    answer = await upload(town, b"\x00" * (20 * 1024 * 1024 + 128 * 1024))
    assert answer.status_code == 413


async def test_nobody_but_the_keepers_sees_or_confirms_an_import(town: Cast) -> None:
    where, _ = await previewed(town, spreadsheet([STALL]))
    for who in ("duiyuan", "lingdao", "chengguan", "guanli"):
        assert (await confirmed(town, where, who)).status_code == 403
    assert await counted("matters") == 0
