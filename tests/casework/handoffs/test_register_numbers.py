"""Bodies that number their papers by a register of their own: every act that issues one asks for the number, and takes it."""

from uuid import uuid4

import pytest

from backend.demo.organisation import officer_id, unit_id
from backend.foundation.database import rows
from backend.foundation.now import now
from tests.casework.handoffs.offices import ADDRESSEE, SENDER, Offices, return_body
from tests.casework.handoffs.test_stationed import handed_over
from tests.field.street import code_of


async def by_register() -> None:
    """Every body, and the team, which has no 机关代字 and so no line of its own yet."""
    await rows("UPDATE number_rules SET by_register = TRUE")
    await rows(
        "INSERT INTO number_rules (id, body, kind, word, pattern, by_register, changed_by, changed_at) "
        "VALUES (?, ?, '', '', '', TRUE, ?, ?)",
        *(uuid4(), unit_id("sfz-zfd"), officer_id("guanli"), now()),
    )


async def asked_for(offices: Offices, who: str, handoff: str) -> set[str]:
    """The acts whose dialog has a field for the number."""
    shown = (await offices.street.page(who, f"/handoffs/{handoff}")).text
    return {act for act in ("receipt", "acceptance", "return", "extension") if f'id="{act}-number"' in shown}


@pytest.mark.parametrize(("noun", "body"), [("acceptance", {}), ("return", return_body())])
async def test_an_answer_takes_the_number_it_is_given(
    offices: Offices, noun: str, body: dict[str, str]
) -> None:
    handoff = await offices.sent()
    assert await asked_for(offices, ADDRESSEE, handoff) == set()
    await by_register()
    assert await asked_for(offices, ADDRESSEE, handoff) == {"acceptance", "return"}
    refused = await offices.post(ADDRESSEE, handoff, noun, body, key=uuid4())
    assert code_of(refused) == (422, "number_needed")
    number = "示城管函〔2026〕31号"
    done = await offices.do(ADDRESSEE, handoff, noun, {**body, "number": number})
    assert done["history"][-1]["details"]["number"] == number


@pytest.mark.parametrize("noun", ["receipt", "acceptance"])
async def test_the_record_of_a_hand_over_takes_its_number_with_the_first_answer(
    offices: Offices, noun: str
) -> None:
    handoff = await handed_over(offices)
    await by_register()
    assert "receipt" in await asked_for(offices, "ziran", handoff)
    assert code_of(await offices.post("ziran", handoff, noun)) == (422, "number_needed")
    number = "示政交〔2026〕7号"
    assert (await offices.do("ziran", handoff, noun, {"number": number}))["number"] == number
    assert await asked_for(offices, "ziran", handoff) == set()


async def test_a_withdrawal_after_a_return_promises_nothing_to_the_other_side(offices: Offices) -> None:
    words = "保留为作废"
    sent, returned = await offices.sent(), await offices.returned()
    assert words in (await offices.street.page(SENDER, f"/handoffs/{sent}")).text
    assert words not in (await offices.street.page(SENDER, f"/handoffs/{returned}")).text


async def test_that_the_party_is_a_minor_goes_along(offices: Offices) -> None:
    young = await offices.sent(party={"name": "周小满", "kind": "person", "age": "14to18"})
    grown = await offices.sent(party={"name": "周大满", "kind": "person", "age": "adult"})
    for who in (SENDER, ADDRESSEE):
        shown = (await offices.street.page(who, f"/handoffs/{young}")).text
        assert ("当事人是未成年人" in shown, "14至18周岁" in shown) == (True, True)
        assert "当事人是未成年人" not in (await offices.street.page(who, f"/handoffs/{grown}")).text
