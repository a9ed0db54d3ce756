"""The lists of matters as the product holds them once they came about."""

from datetime import timedelta

import pytest

from backend.demo.matters.reading import matters, neighbours
from backend.demo.organisation import township_id
from backend.foundation.database import rows
from backend.foundation.now import now
from backend.office.matters import matter_in_force, matters_in_force

pytestmark = pytest.mark.usefixtures("weeks")
HERE, THERE = township_id("sfz"), township_id("lz")


async def test_both_townships_have_their_list_in_force() -> None:
    found = {matter.code: matter for matter in await matters_in_force(HERE, now())}
    assert set(found) == set(matters())
    assert {code: matter.standing for code, matter in found.items()} == {
        code: told["standing"] for code, told in matters().items()
    }
    assert len(await matters_in_force(THERE, now())) == len(neighbours())


async def test_the_past_and_the_future_can_be_asked() -> None:
    earlier, later = now() - timedelta(days=100), now() + timedelta(days=30)
    standings = [
        [(await matter_in_force(HERE, code, at)) for at in (earlier, now(), later)]
        for code in ("SR-12", "HB-03", "SR-14")
    ]
    told = [[matter.standing if matter else None for matter in each] for each in standings]
    assert told == [
        ["granted", "taken_back", "taken_back"],
        ["granted", "granted", "taken_back"],
        ["granted", None, None],
    ]


async def test_one_proposal_waits_and_one_was_declined_with_its_reason() -> None:
    found = await rows("SELECT answer, answer_words FROM matter_proposals ORDER BY answer")
    assert [(each["answer"], bool(each["answer_words"])) for each in found] == [
        ("", False),
        ("declined", True),
    ]


async def test_findings_name_matters_that_were_in_force_when_they_were_found() -> None:
    found = await rows("SELECT township, matter_code, found_at FROM findings WHERE matter_code <> ''")
    assert len(found) > 20
    for each in found:
        assert await matter_in_force(each["township"], each["matter_code"], each["found_at"]) is not None
