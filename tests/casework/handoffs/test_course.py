"""From the draft to the closure, to each side its part."""

from tests.casework.handoffs.offices import ADDRESSEE, SENDER, Offices


async def test_a_case_goes_all_the_way(offices: Offices) -> None:
    handoff = await offices.accepted()
    await offices.do(ADDRESSEE, handoff, "result", {"text": "已责令清运，罚款五千元"})
    closed = await offices.do(SENDER, handoff, "closure")
    assert closed["state"] == "closed"
    assert [step["kind"] for step in closed["history"]] == [
        "submission",
        "approval",
        "dispatch",
        "receipt",
        "acceptance",
        "result",
        "closure",
    ]
    assert closed["number"] == "示政执移〔2026〕1号"
