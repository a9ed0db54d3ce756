"""M06 while the captain is away: a colleague decides by delegation, else a main leader; nobody is stuck."""

from datetime import datetime
from uuid import UUID, uuid4

import pytest

from backend.casework.handoffs.bodies.acting import Approval
from backend.casework.handoffs.commands.approval import approve
from backend.foundation.outbox import Device, Sender
from tests.casework.handoffs.offices import SENDER, Offices
from tests.casework.handoffs.test_news import unread
from tests.casework.handoffs.test_stationed import submitted
from tests.field.street import code_of

ASKED = "有一件移送等你审批"


async def entrust(offices: Offices, by: str = "duizhang", to: str = "neiqin") -> None:
    body = {"delegate": to, "from_day": "2026-11-20", "until_day": "2026-11-25"}
    answer = await offices.street.put(by, f"/approval-delegations/{uuid4()}", body)
    assert answer.status_code == 201, answer.text


async def test_a_colleague_decides_by_delegation_and_the_record_says_for_whom(offices: Offices) -> None:
    await entrust(offices)
    handoff = await submitted(offices)
    assert await unread(offices, "neiqin") == [ASKED]
    page = (await offices.street.page(SENDER, f"/handoffs/{handoff}")).text
    assert "韩立夏已委托" in page
    approved = await offices.do("neiqin", handoff, "approval", {"result_days": 9})
    assert (approved["result_days"], approved["history"][-1]["instead_of"]) == (9, "韩立夏")


async def test_a_decision_of_the_last_second_counts_though_its_transaction_ends_after_midnight(
    offices: Offices,
) -> None:
    await entrust(offices)
    handoff = await submitted(offices)
    arrived = datetime.fromisoformat("2026-11-25T23:59:59+08:00")
    offices.street.clock.at("2026-11-26T00:00:01+08:00")
    by = Sender(await offices.street.cast.person("neiqin"), Device(), arrived)
    assert (await approve(by, UUID(handoff), Approval(result_days=9))).status == 201


async def test_the_captains_delegate_decides_nothing_that_leaves_in_the_governments_name(
    offices: Offices,
) -> None:
    await entrust(offices)
    handoff = await offices.submitted()
    assert code_of(await offices.post("neiqin", handoff, "approval")) == (403, "not_approver")
    assert await unread(offices, "neiqin") == []


async def test_without_a_delegate_a_main_leader_stands_in_and_is_not_asked_while_the_captain_can(
    offices: Offices,
) -> None:
    handoff = await submitted(offices)
    assert await unread(offices, "duizhang") == [ASKED]
    assert await unread(offices, "lingdao") == []
    assert handoff not in (await offices.street.page("lingdao", "/")).text
    approved = await offices.do("lingdao", handoff, "approval", {"result_days": 9})
    assert (approved["state"], approved["history"][-1]["by"]) == ("approved", "方知秋")


async def test_a_leader_who_stands_in_keeps_to_the_bounds(offices: Offices) -> None:
    answer = await offices.post("zhenzhang", await submitted(offices), "approval", {"result_days": 31})
    assert code_of(answer) == (422, "result_days_out_of_bounds")


async def test_what_the_captain_submits_goes_to_the_main_leaders(offices: Offices) -> None:
    handoff = await offices.draft("duizhang", direction="stationed", to_unit="sfz-zrs")
    await offices.do("duizhang", handoff, "submission")
    assert code_of(await offices.post("duizhang", handoff, "approval")) == (403, "submitter_never_approves")
    assert await unread(offices, "zhenzhang") == [ASKED]
    assert (await offices.do("zhenzhang", handoff, "approval", {"result_days": 5}))["state"] == "approved"


@pytest.mark.parametrize("who", [SENDER, "neiqin", "dangban", "ziran"])
async def test_nobody_else_stands_in(offices: Offices, who: str) -> None:
    answer = await offices.post(who, await submitted(offices), "approval", {"result_days": 5})
    assert code_of(answer)[0] in (403, 404)


async def test_the_captain_gives_it_away_on_their_own_page(offices: Offices) -> None:
    assert "/handoffs/delegations" in (await offices.street.page("duizhang", "/me")).text
    assert '<option value="neiqin"' in (await offices.street.page("duizhang", "/handoffs/delegations")).text
