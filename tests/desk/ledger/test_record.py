"""One record beside the list: alone for htmx, with the list at its own address, refreshed after a remark."""

import hashlib
from uuid import uuid4

import pytest

from tests.desk.ledger.seeing import address, fragment, seen
from tests.field.street import Street, ago
from tests.foundation.evidence.pictures import encoded, scene

JPEG = encoded(scene(), "JPEG")


async def photo(street: Street, subject: tuple[str, str], *, minutes: int = 80) -> str:
    """A photo registered and sent; its id."""
    photo_id = str(uuid4())
    body = {
        "subject": {"kind": subject[0], "id": subject[1]}, "taken_at": ago(minutes=minutes), "source": "camera",
        "position": {"source": "none"}, "sha256": hashlib.sha256(JPEG).hexdigest(), "bytes": len(JPEG),
        "media_type": "image/jpeg",
    }  # fmt: skip
    assert (await street.put("duiyuan", f"/photos/{photo_id}", body)).status_code == 201
    phone = street.clients["duiyuan"]
    assert (await phone.put(f"/api/v1/photos/{photo_id}/content", content=JPEG)).status_code == 201
    return photo_id


async def test_htmx_gets_the_record_alone(street: Street) -> None:
    patrol = await street.filed(title="夜间联合巡查")
    answer = await fragment(street, "lingdao", f"/ledger/{patrol}")
    assert "夜间联合巡查" in answer.text
    assert "<html" not in answer.text
    assert "ld-ledger-row" not in answer.text


async def test_its_address_shows_it_beside_the_list(street: Street) -> None:
    patrol = await street.filed(title="one")
    await street.patrol(title="two", started_at=ago(hours=3))
    page = seen(await street.page("lingdao", address(f"/ledger/{patrol}", kind="joint")))
    assert page.titles == ["one", "two"]
    assert f'href="/ledger/{patrol}?kind=joint" data-row aria-current="true"' in page.text
    assert f'data-record="{patrol}"' in page.text


async def test_it_opens_also_when_the_filters_leave_it_out(street: Street) -> None:
    patrol = await street.filed()
    page = seen(await street.page("lingdao", address(f"/ledger/{patrol}", kind="campaign")))
    assert page.titles == []
    assert f'data-record="{patrol}"' in page.text


async def test_map_findings_crew_register_and_words_are_all_there(street: Street) -> None:
    patrol = await street.ended(summary="下坝村段排污口需持续关注。")
    await street.finding(
        patrol, address="石门大桥", facts="堆放建筑垃圾", disposition="corrected", ongoing=True
    )
    await street.post("minjing", f"/patrols/{patrol}/attendance")
    await street.post("duiyuan", f"/patrols/{patrol}/conduct", {"points": {"uniform": True}})
    text = (await fragment(street, "lingdao", f"/ledger/{patrol}")).text
    for words in ("/api/v1/patrols/" + patrol + ".geojson", "石门大桥", "堆放建筑垃圾", "当场改正", "正在进行", "周青岩",
                  "已确认", "未确认", "已查", "未登记", "下坝村段排污口需持续关注。", "2个单位 3人"):  # fmt: skip
        assert words in text, words


async def test_a_point_that_did_not_hold_is_no_passed_check_and_files_of_recorders_are_named(
    street: Street,
) -> None:
    patrol = await street.filed()
    running = await street.patrol()
    await street.post(
        "duiyuan", f"/patrols/{running}/conduct", {"points": {"uniform": True, "manner": False}}
    )
    used = {"recorder": "记-07", "from_at": ago(minutes=-1), "until_at": ago(minutes=-2), "kept_at": "采集站",
            "file_name": "A07.mp4", "sha256": "ab" * 32}  # fmt: skip
    await street.post("duiyuan", f"/patrols/{running}/recordings", used, key=uuid4())
    text = (await fragment(street, "lingdao", f"/ledger/{running}")).text
    assert ("有未做到" in text, "用语文明、举止规范未做到" in text, "已查" in text) == (True, True, False)
    assert ("A07.mp4" in text, "ab" * 32 in text) == (True, True)
    for ending in ("gpx", "geojson"):
        assert (
            f'href="/api/v1/patrols/{patrol}.{ending}"'
            in (await fragment(street, "lingdao", f"/ledger/{patrol}")).text
        )


async def test_only_leaders_may_remark_and_only_on_what_is_filed(street: Street) -> None:
    filed, open_ = await street.filed(), await street.patrol()
    dialog = 'data-dialog="remarking"'
    assert dialog in (await fragment(street, "lingdao", f"/ledger/{filed}")).text
    assert dialog not in (await fragment(street, "lingdao", f"/ledger/{open_}")).text
    assert dialog not in (await fragment(street, "duizhang", f"/ledger/{filed}")).text


async def test_a_remark_changes_the_record_and_its_line(street: Street) -> None:
    patrol = await street.filed()
    await street.post("lingdao", f"/patrols/{patrol}/returns", {"text": "补上处理结果"}, key=uuid4())
    text = (await fragment(street, "lingdao", f"/ledger/{patrol}?changed=1")).text
    line = text.split('hx-swap-oob="true"')[1]
    assert "补上处理结果" in text
    assert f'id="line-{patrol}"' in text
    assert "退回补正" in line


async def test_a_removed_or_late_thing_is_told(street: Street) -> None:
    patrol = await street.filed()
    answer = await street.post(
        "duiyuan", f"/patrols/{patrol}/addenda", {"text": "第1处已拆除", "reason": "复查"}, key=uuid4()
    )
    assert answer.status_code == 201, answer.text
    assert "第1处已拆除" in (await fragment(street, "lingdao", f"/ledger/{patrol}")).text


async def test_photos_open_large_with_the_way_to_the_next(street: Street) -> None:
    patrol = await street.patrol()
    finding = await street.finding(patrol)
    first, second = (
        await photo(street, ("finding", finding)),
        await photo(street, ("finding", finding), minutes=70),
    )
    own = await photo(street, ("patrol", patrol))
    text = (await fragment(street, "lingdao", f"/ledger/{patrol}")).text
    assert [text.index(each) for each in (first, second, own)] == sorted(
        text.index(each) for each in (first, second, own)
    )
    large = (await fragment(street, "lingdao", f"/ledger/{patrol}/photos/{second}")).text
    assert "照片 2/3" in large
    assert f"/ledger/{patrol}/photos/{first}" in large
    assert f"/ledger/{patrol}/photos/{own}" in large


async def test_a_photo_of_another_record_is_not_there(street: Street) -> None:
    patrol, other = await street.patrol(), await street.patrol(title="other")
    elsewhere = await photo(street, ("finding", await street.finding(other)))
    assert (await fragment(street, "lingdao", f"/ledger/{patrol}/photos/{elsewhere}")).status_code == 404


@pytest.mark.parametrize("title", ["<script>alert(1)</script>", "“引号”&amp;'单'", "餐饮单位" * 30])
async def test_titles_are_words_whatever_they_hold(street: Street, title: str) -> None:
    patrol = await street.filed(title=title)
    text = (await street.page("lingdao", f"/ledger/{patrol}")).text
    assert "<script>alert" not in text
    assert title[:4] in text or "&lt;scr" in text
