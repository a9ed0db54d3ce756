"""Two at the same instant: one wins, the other reads why; numbers stay without gaps."""

import asyncio
from uuid import uuid4

import httpx
import pytest

from tests.casework.handoffs.offices import ADDRESSEE, SENDER, Offices, return_body
from tests.field.street import code_of

ROUNDS = 4


async def test_of_accepting_and_returning_at_once_one_wins(own_offices: Offices) -> None:
    for _ in range(ROUNDS):
        handoff = await own_offices.sent()
        await own_offices.street.get("chengguan2", "/handoffs")
        answers = await asyncio.gather(
            own_offices.post(ADDRESSEE, handoff, "acceptance", {}, key=uuid4()),
            own_offices.post("chengguan2", handoff, "return", return_body(), key=uuid4()),
        )
        won, lost = sorted(answers, key=lambda answer: answer.status_code)
        assert (won.status_code, code_of(lost)[0]) == (201, 409)
        assert "现在是" in lost.json()["detail"]
        found = await own_offices.read(SENDER, handoff)
        kinds = [step["kind"] for step in found["history"]]
        assert kinds.count("acceptance") + kinds.count("return") == 1
        assert kinds.count("receipt") == 1
        assert found["state"] == won.json()["state"]


async def test_of_approving_and_refusing_at_once_the_record_shows_one_end(own_offices: Offices) -> None:
    for _ in range(ROUNDS):
        handoff = await own_offices.submitted()
        await own_offices.street.get("lingdao", "/handoffs")
        answers = await asyncio.gather(
            own_offices.post("zhenzhang", handoff, "approval"),
            own_offices.post("lingdao", handoff, "refusal", {"reason": "证据不足"}),
        )
        found = await own_offices.read(SENDER, handoff)
        assert {answer.status_code for answer in answers} <= {201, 409}
        # A refusal may follow an approval, never the other way round.
        assert found["state"] == "refused"


async def test_two_leaders_approving_at_once_leave_one_approval(own_offices: Offices) -> None:
    handoff = await own_offices.submitted()
    answers = await asyncio.gather(
        own_offices.post("zhenzhang", handoff, "approval"), own_offices.post("lingdao", handoff, "approval")
    )
    assert sorted(answer.status_code for answer in answers) == [200, 201]
    found = await own_offices.read(SENDER, handoff)
    assert [step["kind"] for step in found["history"]].count("approval") == 1


@pytest.mark.parametrize("cases", [12])
async def test_many_sent_at_once_take_consecutive_numbers(own_offices: Offices, cases: int) -> None:
    ready = [await own_offices.approved() for _ in range(cases)]
    answers: list[httpx.Response] = await asyncio.gather(
        *(own_offices.post(SENDER, each, "dispatch") for each in ready),
        *(own_offices.post("duizhang", each, "dispatch") for each in ready),
    )
    assert sorted(answer.status_code for answer in answers) == [200] * cases + [201] * cases
    numbers = {(await own_offices.read(SENDER, each))["number"] for each in ready}
    assert numbers == {f"示政执移〔2026〕{number}号" for number in range(1, cases + 1)}


async def test_a_sending_and_a_withdrawal_at_once_leave_no_number_in_use(own_offices: Offices) -> None:
    for _ in range(ROUNDS):
        handoff = await own_offices.approved()
        await own_offices.street.get("duizhang", "/handoffs")
        await asyncio.gather(
            own_offices.post(SENDER, handoff, "dispatch"),
            own_offices.post("duizhang", handoff, "withdrawal", {"reason": "已改正"}),
        )
        found = await own_offices.read(SENDER, handoff)
        papers = (await own_offices.street.get(SENDER, f"/handoffs/{handoff}/letters")).json()["items"]
        assert found["state"] == "withdrawn"
        assert all(paper["voided_at"] for paper in papers)


async def test_of_two_results_with_other_words_one_is_kept_and_the_other_is_told_so(
    own_offices: Offices,
) -> None:
    handoff = await own_offices.accepted()
    answers = await asyncio.gather(
        *(
            own_offices.post("chengguan", handoff, "result", {"text": text})
            for text in ("已立案", "已责令改正")
        )
    )
    assert sorted(answer.status_code for answer in answers) == [201, 409]
    lost = next(answer for answer in answers if answer.status_code == 409)
    assert lost.json()["code"] == "done_otherwise"
    again = await own_offices.post("chengguan", handoff, "result", {"text": "已立案"})
    kept = next(answer for answer in answers if answer.status_code == 201).request.content.decode()
    assert again.status_code == (200 if "已立案" in kept else 409)
