"""The paper page of a patrol as it is printed, read back by another program."""

import hashlib
import json
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

from backend.foundation.letters.fonts import kit
from backend.foundation.letters.fonts.kit import KIT
from backend.foundation.press import close_press
from backend.settings import settings
from tests.desk.ledger.seeing import fragment
from tests.desk.ledger.taking import events
from tests.desk.ledger.test_exports import ADULT, FIRM, MINOR
from tests.desk.ledger.test_record import photo
from tests.field.street import Street, ago
from tests.foundation.letters.reading import Paper

pytestmark = pytest.mark.usefixtures("press")


async def printed(street: Street, folder: Path, patrol: str, who: str = "lingdao") -> Paper:
    answer = await street.get(who, f"/patrols/{patrol}.pdf")
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/pdf"
    path = folder / f"{who}.pdf"
    path.write_bytes(answer.content)
    return Paper(path)


async def test_it_holds_what_the_record_holds(street: Street, tmp_path: Path) -> None:
    patrol = await street.ended(title="夜间联合巡查：县道—下坝村", summary="下坝村段排污口需持续关注。")
    await street.finding(
        patrol, address="石门大桥", facts="堆放建筑垃圾", disposition="corrected", ongoing=True
    )
    await street.post("minjing", f"/patrols/{patrol}/attendance")
    await street.post("duiyuan", f"/patrols/{patrol}/filing")
    await street.post("lingdao", f"/patrols/{patrol}/remarks", {"text": "请城管部门尽快接收。"}, key=uuid4())
    words = (await printed(street, tmp_path, patrol)).words()
    for told in ("夜间联合巡查：县道—下坝村", "示执巡〔2026〕1号", "周青岩", "石门大桥", "堆放建筑垃圾", "当场改正", "正在发生",
                 "24.163300,102.390400", "卫星定位±8米", "请城管部门尽快接收。", "下坝村段排污口需持续关注。", "演示"):  # fmt: skip
        assert told in words, told


async def test_an_open_patrol_is_printed_as_a_draft(street: Street, tmp_path: Path) -> None:
    words = (await printed(street, tmp_path, await street.patrol())).words()
    assert "草稿" in words
    assert "未备案" in words


async def test_telephone_numbers_and_minors_are_never_printed(street: Street, tmp_path: Path) -> None:
    patrol = await street.patrol()
    for party in (MINOR, ADULT, FIRM):
        await street.finding(patrol, party=party)
    words = (await printed(street, tmp_path, patrol, "duizhang")).words()
    assert "138000" not in words
    assert "钱小小" not in words
    assert "当事人：未成年人" in words
    assert "孙某娥" in words


@pytest.mark.parametrize("who", ["dangban", "zhihui"])
async def test_who_needs_no_names_gets_none(street: Street, tmp_path: Path, who: str) -> None:
    patrol = await street.patrol()
    await street.finding(patrol, party=ADULT)
    words = (await printed(street, tmp_path, patrol, who)).words()
    assert "孙某娥" not in words
    assert "孙某某" in words
    assert "本副本已隐去当事人信息" in words


async def test_photos_are_printed_but_no_minors_face(street: Street, tmp_path: Path) -> None:
    patrol = await street.patrol()
    shown = await street.finding(patrol, facts="甲")
    hidden = await street.finding(patrol, facts="乙", party=MINOR)
    for subject in (shown, hidden):
        await photo(street, ("finding", subject))
    words = (await printed(street, tmp_path, patrol)).words()
    assert "1-1" in words
    assert "2-1" not in words


async def test_what_was_covered_is_printed_covered(street: Street, tmp_path: Path) -> None:
    patrol = await street.patrol()
    finding = await street.finding(patrol, party=MINOR)
    face = await photo(street, ("finding", finding))
    boxes = {"boxes": [{"x": 0.1, "y": 0.1, "w": 0.3, "h": 0.3}]}
    answer = await street.post("duizhang", f"/photos/{face}/redactions", boxes)
    assert answer.status_code in (200, 201), answer.text
    assert "已遮挡" in (await printed(street, tmp_path, patrol)).words()


async def test_the_journal_says_that_it_left(street: Street, tmp_path: Path) -> None:
    patrol = await street.filed()
    paper = await printed(street, tmp_path, patrol, "duizhang")
    [event] = await events("patrol.printed")
    person = await street.cast.person("duizhang")
    assert (str(event["record_id"]), event["actor"], event["chain"]) == (
        patrol,
        person.id,
        person.township_id,
    )
    assert json.loads(event["body"]) == {
        "masked": False,
        "sha256": hashlib.sha256(paper.path.read_bytes()).hexdigest(),
    }
    assert "打印台账页" in (await street.page("duizhang", f"/patrols/{patrol}/timeline")).text


async def test_the_page_prints_the_same_way(street: Street) -> None:
    patrol = await street.filed()
    answer = await fragment(street, "lingdao", f"/ledger/{patrol}/paper")
    assert answer.content.startswith(b"%PDF")
    assert "attachment" in answer.headers["content-disposition"]


async def test_it_is_set_in_the_typefaces_of_the_office(
    street: Street, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    face = (KIT / "FandolHei-Regular.otf").read_bytes()
    own = face.replace("FandolHei".encode("utf-16-be"), "楷体_GB2312".encode("utf-16-be"))
    (tmp_path / "own.otf").write_bytes(own)
    patrol = await street.filed()
    await street.post("lingdao", f"/patrols/{patrol}/remarks", {"text": "请尽快接收。"}, key=uuid4())
    assert b"FandolKai" in (await printed(street, tmp_path, patrol)).path.read_bytes()
    monkeypatch.setattr(kit, "settings", lambda: replace(settings(), font_dir=tmp_path))
    assert b"FandolKai" not in (await printed(street, tmp_path, patrol)).path.read_bytes()


async def test_without_a_press_it_says_when_to_try_again(street: Street) -> None:
    patrol = await street.filed()
    await close_press()
    answer = await street.get("lingdao", f"/patrols/{patrol}.pdf")
    assert (answer.status_code, answer.json()["code"], answer.headers["retry-after"]) == (
        503,
        "paper_not_ready",
        "5",
    )
    assert await events("patrol.printed") == []


async def test_a_track_with_a_gap_is_drawn_and_told(street: Street, tmp_path: Path) -> None:
    patrol = await street.patrol()
    points = [
        {"seq": seq, "at": ago(minutes=minutes), "lat": 24.16 + seq * 0.0005, "lon": 102.39, "accuracy_m": 8}
        for seq, minutes in enumerate((110, 109.5, 109, 100, 99.5, 99))
    ]
    answer = await street.post("duiyuan", f"/patrols/{patrol}/track", {"points": points})
    assert answer.is_success, answer.text
    words = (await printed(street, tmp_path, patrol)).words()
    assert "路线示意图" in words
    assert "无定位1段" in words
