"""The form of a draft as each of its writers finds it."""

import html
import json
import re

import pytest

from tests.casework.handoffs.offices import ADDRESSEE, SENDER, Offices

PROVISION = {"source": "law", "title": "行政处罚法", "article": "第二十四条"}


async def drawn(offices: Offices, who: str, path: str = "/handoffs/new") -> str:
    answer = await offices.street.page(who, path)
    assert answer.status_code == 200, answer.text
    return html.unescape(answer.text)


async def test_a_part_of_a_body_may_say_which_law_lets_it_send(offices: Offices) -> None:
    page = await drawn(offices, SENDER)
    assert "以综合行政执法队的名义移送" in page
    assert '<input type="hidden" name="from_unit" value="sfz-zfd">' in page
    assert re.findall(r'<option value="(law|regulation|rule)"', page) == ["law", "regulation", "rule"]


@pytest.mark.parametrize("who", [ADDRESSEE, "dangban"])
async def test_who_acts_in_a_name_of_its_own_is_not_asked(offices: Offices, who: str) -> None:
    page = await drawn(offices, who)
    assert ("delegated_by.source" in page) == (who == "dangban")


async def test_both_sides_read_which_law_it_was(offices: Offices) -> None:
    handoff = await offices.approved(from_unit="sfz-zfd", delegated_by=PROVISION)
    await offices.do(SENDER, handoff, "dispatch", {"number": "示执移〔2026〕1号"})
    for who in (SENDER, ADDRESSEE):
        assert "《行政处罚法》第二十四条" in await drawn(offices, who, f"/handoffs/{handoff}")


async def test_it_is_changed_where_it_stands_and_only_there(offices: Offices) -> None:
    plain = await offices.draft()
    assert "delegated_by" not in re.sub(r'data-before="[^"]*"', "", (await raw(offices, plain)))
    named = await offices.draft(from_unit="sfz-zfd", delegated_by=PROVISION)
    page = await drawn(offices, SENDER, f"/handoffs/{named}/edit")
    assert 'value="行政处罚法"' in page
    assert 'name="from_unit"' not in page


async def raw(offices: Offices, handoff: str) -> str:
    return (await offices.street.page(SENDER, f"/handoffs/{handoff}/edit")).text


def of_units(page: str) -> dict[str, str]:
    [found] = re.findall(r'data-lists="([^"]*)"', page)
    answer = json.loads(found.replace("&#34;", '"').replace("&amp;", "&"))
    assert isinstance(answer, dict)
    return answer


async def test_a_department_chooses_the_matter_from_the_list_of_the_township_it_writes_to(
    offices: Offices,
) -> None:
    page = (await offices.street.page(ADDRESSEE, "/handoffs/new")).text
    lists = of_units(page)
    assert set(lists) >= {"sfz"}
    assert set(re.findall(r'<option value="([^"]*)">[^<]*的清单</option>', page)) == set(lists.values())


async def test_one_that_is_there_keeps_to_the_list_of_its_township(offices: Offices) -> None:
    handoff = await offices.draft(ADDRESSEE, direction="in", to_unit="sfz")
    page = (await offices.street.page(ADDRESSEE, f"/handoffs/{handoff}/edit")).text
    assert set(of_units(page)) == {"sfz"}
    assert page.count("的清单</option>") == 1


async def test_people_of_a_township_have_one_list(offices: Offices) -> None:
    page = await drawn(offices, SENDER)
    assert "data-lists" not in page
    assert "的清单</option>" not in page
