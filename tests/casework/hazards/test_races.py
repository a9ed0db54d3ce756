"""Two at one instant: one wins, the other reads how things stand."""

from uuid import uuid4

import pytest

from backend.casework.hazards.bodies import Departure, Refused, ReportBody
from backend.casework.hazards.commands.answering import depart, refuse
from backend.casework.hazards.commands.reporting import report
from backend.foundation.database import row, rows, transaction
from backend.foundation.outbox import Device, Sender
from backend.foundation.refusals import Refusal
from tests.casework.hazards.desks import Desks
from tests.field.street import NOON
from tests.rig.meanwhile import meanwhile


async def sender(desks: Desks, who: str) -> Sender:
    return Sender(await desks.street.cast.person(who), Device(), NOON, uuid4())


async def test_of_two_colleagues_one_sends_people_and_the_other_reads_that_it_was_done(
    own_desks: Desks,
) -> None:
    hazard = await row("SELECT id FROM hazards WHERE id = ?", await own_desks.told(to_unit="cgj"))
    assert hazard is not None
    first, second = await sender(own_desks, "chengguan"), await sender(own_desks, "chengguan2")
    async with transaction():
        await depart(first, hazard["id"], Departure(people="一组", head_count=2))
        other = await meanwhile(refuse(second, hazard["id"], Refused()))
    with pytest.raises(Refusal, match="hazard_state"):
        await other
    steps = await rows("SELECT noun FROM hazard_steps WHERE hazard = ?", hazard["id"])
    assert [step["noun"] for step in steps] == ["departure"]


async def test_of_two_leaders_one_signs_the_report_and_one_number_is_taken(own_desks: Desks) -> None:
    found = await row("SELECT id FROM hazards WHERE id = ?", await own_desks.refused())
    assert found is not None
    first, second = await sender(own_desks, "lingdao"), await sender(own_desks, "zhenzhang")
    body = ReportBody(number="示政执报〔2026〕1号")
    async with transaction():
        await report(first, found["id"], body)
        other = await meanwhile(report(second, found["id"], body))
    assert (await other).status == 200
    assert len(await rows("SELECT id FROM letters WHERE record_id = ?", found["id"])) == 1
