"""备案: a number without gaps, immutable from here; addenda, remarks and returns afterwards."""

import asyncio
from uuid import UUID, uuid4

import pytest

from backend.foundation.database import rows
from tests.field.street import NOON, Street, ago, code_of, finding_body


async def test_filing_needs_only_an_end_and_gives_the_number_of_the_year(street: Street) -> None:
    patrol_id = await street.ended()
    answer = await street.post("duiyuan", f"/patrols/{patrol_id}/filing")
    filed = answer.json()
    assert (answer.status_code, filed["state"]) == (201, "filed")
    assert (filed["number"], filed["filed_at"]) == ("示执巡〔2026〕1号", NOON.isoformat())


async def test_what_was_not_confirmed_is_shown_as_such(street: Street) -> None:
    patrol_id = await street.filed()
    filed = (await street.get("lingdao", f"/patrols/{patrol_id}")).json()
    assert [unit["attendance"] for unit in filed["units"]] == [None, None]
    assert filed["conduct"] is None


async def test_a_summary_that_comes_along_is_written_before_it_is_too_late(street: Street) -> None:
    patrol_id = await street.ended()
    base = (await street.read("duiyuan", f"/patrols/{patrol_id}"))["version"]
    along = {"summary": "劝离三处占道摊", "base": base}
    answer = await street.post("duiyuan", f"/patrols/{patrol_id}/filing", along)
    assert (answer.status_code, answer.json()["state"], answer.json()["summary"]) == (
        201,
        "filed",
        "劝离三处占道摊",
    )
    assert answer.json()["overwritten"] is False
    told = (await street.page("duiyuan", f"/patrols/{patrol_id}/timeline")).text
    assert told.index("劝离三处占道摊") < told.index("备案")
    found = await street.page("lingdao", "/ledger?q=占道摊")
    assert patrol_id in found.text


async def test_a_summary_somebody_else_wrote_meanwhile_is_asked_about_before_it_is_filed(
    street: Street,
) -> None:
    patrol_id = await street.ended()
    base = (await street.read("duiyuan", f"/patrols/{patrol_id}"))["version"]
    await street.patch("duiyuan2", f"/patrols/{patrol_id}", {"summary": "甲"})
    answer = await street.post("duiyuan", f"/patrols/{patrol_id}/filing", {"summary": "乙", "base": base})
    assert code_of(answer) == (409, "changed_elsewhere")
    assert answer.json()["current"] == {"summary": "甲"}
    assert (await street.read("duiyuan", f"/patrols/{patrol_id}"))["state"] == "done"


async def test_words_that_come_after_the_filing_are_refused_and_not_lost_without_a_sound(
    street: Street,
) -> None:
    patrol_id = await street.ended()
    await street.post("duiyuan", f"/patrols/{patrol_id}/filing", {"summary": "甲"})
    same = await street.post("duizhang", f"/patrols/{patrol_id}/filing", {"summary": "甲"})
    assert (same.status_code, same.json()["summary"]) == (200, "甲")
    other = await street.post("duizhang", f"/patrols/{patrol_id}/filing", {"summary": "乙"})
    assert code_of(other) == (409, "filed")
    assert (await street.read("duiyuan", f"/patrols/{patrol_id}"))["summary"] == "甲"


async def test_filing_twice_gives_one_number(street: Street) -> None:
    patrol_id = await street.filed()
    again = await street.post("duizhang", f"/patrols/{patrol_id}/filing")
    assert (again.status_code, again.json()["number"]) == (200, "示执巡〔2026〕1号")


async def test_the_captain_files_what_somebody_else_made(street: Street) -> None:
    patrol_id = await street.ended()
    assert (await street.post("duizhang", f"/patrols/{patrol_id}/filing")).status_code == 201


@pytest.mark.parametrize(
    ("who", "expected"), [("duiyuan2", 403), ("minjing", 403), ("lingdao", 403), ("linzhen", 404)]
)
async def test_nobody_else_files_it(street: Street, who: str, expected: int) -> None:
    patrol_id = await street.ended()
    assert (await street.post(who, f"/patrols/{patrol_id}/filing")).status_code == expected


async def test_what_still_runs_is_not_filed(street: Street) -> None:
    patrol_id = await street.patrol()
    answer = await street.post("duiyuan", f"/patrols/{patrol_id}/filing")
    assert code_of(answer) == (409, "patrol_not_ended")


async def test_a_refused_filing_takes_no_number(street: Street) -> None:
    await street.post("duiyuan", f"/patrols/{await street.patrol()}/filing")
    patrol_id = await street.filed()
    filed = (await street.get("duiyuan", f"/patrols/{patrol_id}")).json()
    assert filed["number"] == "示执巡〔2026〕1号"


async def test_the_year_of_a_number_is_the_year_at_0800(street: Street) -> None:
    patrol_id = await street.ended()
    street.clock.at("2026-12-31T16:30:00+00:00")
    answer = await street.post("duiyuan", f"/patrols/{patrol_id}/filing")
    assert answer.json()["number"] == "示执巡〔2027〕1号"


async def test_townships_count_for_themselves(street: Street) -> None:
    await street.filed()
    other = await street.patrol("linzhen", kind="routine", crew=["linzhen"], ended_at=ago(hours=1))
    answer = await street.post("linzhen", f"/patrols/{other}/filing")
    assert answer.json()["number"] == "邻执巡〔2026〕1号"


async def test_twenty_filings_at_once_leave_no_gap(own_street: Street) -> None:
    patrols = [await own_street.ended(kind="routine", crew=["duiyuan"]) for _ in range(20)]
    filings = [own_street.post("duiyuan", f"/patrols/{each}/filing") for each in patrols]
    answers = await asyncio.gather(*filings, own_street.post("duizhang", f"/patrols/{patrols[0]}/filing"))
    assert sorted(answer.status_code for answer in answers) == [200] + [201] * 20
    numbers = await rows("SELECT number FROM patrols WHERE number IS NOT NULL")
    assert {entry["number"] for entry in numbers} == {f"示执巡〔2026〕{each}号" for each in range(1, 21)}


async def test_a_finding_and_the_filing_at_once_leave_no_finding_unnumbered(own_street: Street) -> None:
    patrol_id = await own_street.ended()
    putting = [
        own_street.put("duiyuan", f"/patrols/{patrol_id}/findings/{uuid4()}", finding_body())
        for _ in range(8)
    ]
    filing = own_street.post("duiyuan", f"/patrols/{patrol_id}/filing")
    *answers, filed = await asyncio.gather(*putting[:4], filing, *putting[4:])
    assert filed.status_code in (201, 409)
    kept = await rows("SELECT number FROM findings WHERE patrol = ? ORDER BY number", UUID(patrol_id))
    assert [entry["number"] for entry in kept] == list(range(1, len(kept) + 1))
    assert {answer.status_code for answer in answers} <= {201, 409}


async def test_an_addendum_corrects_what_was_filed(street: Street) -> None:
    patrol_id = await street.filed()
    body = {"text": "第1条发现地点更正为河堤北段", "reason": "笔误"}
    answer = await street.post("minjing", f"/patrols/{patrol_id}/addenda", body, key=uuid4())
    [addendum] = answer.json()["addenda"]
    assert (answer.status_code, addendum["text"], addendum["late"]) == (201, body["text"], False)
    assert (addendum["by"], addendum["reason"]) == ("周青岩", "笔误")


async def test_an_addendum_needs_a_key_and_is_written_once(street: Street) -> None:
    patrol_id, key = await street.filed(), uuid4()
    without = await street.post("duiyuan", f"/patrols/{patrol_id}/addenda", {"text": "更正"})
    assert code_of(without) == (400, "idempotency_key_missing")
    await street.post("duiyuan", f"/patrols/{patrol_id}/addenda", {"text": "更正"}, key=key)
    again = await street.post("duiyuan", f"/patrols/{patrol_id}/addenda", {"text": "更正"}, key=key)
    other = await street.post("duiyuan", f"/patrols/{patrol_id}/addenda", {"text": "另一条"}, key=key)
    assert (again.status_code, len(again.json()["addenda"])) == (200, 1)
    assert code_of(other) == (422, "key_reused")


@pytest.mark.parametrize(("who", "expected"), [("lingdao", 403), ("ziran", 404), ("linzhen", 404)])
async def test_who_writes_no_addendum(street: Street, who: str, expected: int) -> None:
    patrol_id = await street.filed()
    answer = await street.post(who, f"/patrols/{patrol_id}/addenda", {"text": "更正"}, key=uuid4())
    assert answer.status_code == expected


@pytest.mark.parametrize("noun", ["addenda", "remarks", "returns"])
async def test_before_the_filing_there_is_nothing_to_add_to(street: Street, noun: str) -> None:
    patrol_id = await street.ended()
    who = "duiyuan" if noun == "addenda" else "lingdao"
    answer = await street.post(who, f"/patrols/{patrol_id}/{noun}", {"text": "写在前面"}, key=uuid4())
    assert code_of(answer) == (409, "patrol_not_filed")


async def test_the_leaders_reading_goes_from_read_to_returned_to_amended_to_read(street: Street) -> None:
    patrol_id = await street.filed()
    course = [
        ("lingdao", "remarks"),
        ("zhenzhang", "returns"),
        ("duiyuan", "addenda"),
        ("lingdao", "remarks"),
    ]
    seen = [
        (await street.post(who, f"/patrols/{patrol_id}/{noun}", {"text": "阅"}, key=uuid4())).json()["review"]
        for who, noun in course
    ]
    assert seen == ["read", "returned", "amended", "read"]


async def test_an_addendum_nobody_waits_for_leaves_it_unread(street: Street) -> None:
    patrol_id = await street.filed()
    answer = await street.post("duiyuan", f"/patrols/{patrol_id}/addenda", {"text": "更正"}, key=uuid4())
    assert answer.json()["review"] == "none"


@pytest.mark.parametrize("who", ["duizhang", "dangban", "minjing"])
async def test_only_leaders_remark(street: Street, who: str) -> None:
    patrol_id = await street.filed()
    answer = await street.post(who, f"/patrols/{patrol_id}/remarks", {"text": "阅"}, key=uuid4())
    assert code_of(answer) == (403, "not_allowed")
