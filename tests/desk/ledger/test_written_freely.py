"""Numbers and names somebody typed into what happened are in no copy that leaves: table, sheet, paper, map files."""

from pathlib import Path
from uuid import uuid4

import pytest

from backend.desk.ledger.masking import Party, free_words
from tests.desk.ledger.taking import by_calamine, by_csv, file
from tests.desk.ledger.test_exports import ADULT, MINOR
from tests.desk.ledger.test_paper import printed
from tests.field.street import Street, ago

PHONE, CARD = "13800000009", "33010219900101123X"
NEVER = (PHONE, CARD, "0877-1234567", MINOR["name"])
SUMMARY = f"{MINOR['name']}由家长领回，店主电话{PHONE}"
FACTS = f"店主{ADULT['name']}，身份证{CARD}，电话 0877-1234567"


async def a_talkative_patrol(street: Street) -> str:
    patrol = await street.ended(
        title=f"复查 {PHONE}", planned_route=f"先联系{PHONE}", summary=SUMMARY, started_at=ago(hours=2)
    )
    await street.finding(patrol, party=ADULT, facts=FACTS, address=f"石门大桥（{PHONE}）")
    await street.finding(patrol, party=MINOR, facts=f"{MINOR['name']}在桥下玩水")
    await street.post("duiyuan", f"/patrols/{patrol}/filing")
    for noun in ("remarks", "addenda"):
        who = "lingdao" if noun == "remarks" else "duiyuan"
        body = {"text": f"再问{MINOR['name']}家长，电话{PHONE}"} | (
            {"reason": "补记"} if noun == "addenda" else {}
        )
        answer = await street.post(who, f"/patrols/{patrol}/{noun}", body, key=uuid4())
        assert answer.status_code == 201, answer.text
    return patrol


@pytest.mark.parametrize("who", ["duizhang", "dangban"])
async def test_no_table_says_them(street: Street, who: str) -> None:
    await a_talkative_patrol(street)
    sheet = await file(street, "xlsx", who)
    patrols, findings = by_calamine(sheet), by_calamine(sheet, "发现")
    text = f"{patrols}{findings}{by_csv(await file(street, 'csv', who))}"
    assert [said for said in NEVER if said in text] == []
    assert findings[0]["情况"].startswith("店主孙某娥" if who == "duizhang" else "店主孙某某")
    assert patrols[0]["小结"] == "未成年人（不满14周岁）由家长领回，店主电话〔号码已隐去〕"


@pytest.mark.usefixtures("press")
async def test_no_paper_says_them_and_it_says_that_it_says_less(street: Street, tmp_path: Path) -> None:
    words = (await printed(street, tmp_path, await a_talkative_patrol(street), "duizhang")).words()
    assert [said for said in NEVER if said in words] == []
    assert "号码已隐去" in words
    assert "本副本已隐去当事人信息" in words


@pytest.mark.usefixtures("press")
async def test_a_number_alone_makes_it_a_copy_that_says_less(street: Street, tmp_path: Path) -> None:
    told = (await printed(street, tmp_path, await street.ended(summary=f"电话{PHONE}"))).words()
    whole = (await printed(street, tmp_path, await street.ended(summary="一切正常"))).words()
    assert ("已隐去当事人信息" in told, "已隐去当事人信息" in whole) == (True, False)


@pytest.mark.parametrize("form", ["gpx", "geojson"])
async def test_no_file_for_a_map_says_them_or_names_any_party(street: Street, form: str) -> None:
    patrol = await a_talkative_patrol(street)
    text = (await street.get("duizhang", f"/patrols/{patrol}.{form}")).text
    assert [said for said in (*NEVER, ADULT["name"]) if said in text] == []
    assert "店主当事人" in text


def test_a_name_of_one_sign_is_left_in_what_was_written() -> None:
    party = Party("王", "person", "adult")
    assert free_words("王家桥头", [party], named=False) == "王家桥头"


def test_a_name_is_left_to_those_who_are_given_it() -> None:
    party = Party("孙某娥", "person", "adult")
    assert free_words("孙某娥在场", [party], named=True) == "孙某娥在场"
    assert free_words("孙某娥在场", [party], named=False) == "孙某某在场"
