"""What happened across the border of the township is the neighbour's: it goes there as to a department, and nowhere else."""

import html
from uuid import uuid4

from tests.casework.handoffs.offices import SENDER, Offices
from tests.field.street import code_of

NEIGHBOUR = "linzhen"


async def test_the_form_offers_the_neighbour_after_the_departments(offices: Offices) -> None:
    page = html.unescape((await offices.street.page(SENDER, "/handoffs/new")).text)
    assert page.index(">县应急管理局<") < page.index(">邻镇人民政府<")
    assert ">示范镇人民政府<" not in page


async def test_it_is_signed_for_accepted_and_answered_there(offices: Offices) -> None:
    handoff = await offices.sent(to_unit="lz")
    await offices.do(NEIGHBOUR, handoff, "receipt")
    await offices.do(NEIGHBOUR, handoff, "acceptance", {"handler": "谷雨田"})
    await offices.do(NEIGHBOUR, handoff, "result", {"text": "已责令清运"})
    found = await offices.read(SENDER, handoff)
    assert (found["state"], found["to_unit"]) == ("result", "lz")


async def test_nobody_there_sees_it_before_it_is_sent(offices: Offices) -> None:
    handoff = await offices.approved(to_unit="lz")
    assert (await offices.street.get(NEIGHBOUR, f"/handoffs/{handoff}")).status_code == 404
    answer = await offices.post(NEIGHBOUR, handoff, "receipt", key=uuid4())
    assert answer.status_code == 404


async def test_a_department_that_names_the_neighbour_has_it_sent_there(offices: Offices) -> None:
    handoff = await offices.returned("lz")
    page = html.unescape((await offices.street.page(SENDER, f"/handoffs/{handoff}/edit?to_unit=lz")).text)
    assert '<option value="lz" selected>' in page
    assert code_of(await offices.street.patch(SENDER, f"/handoffs/{handoff}", {"to_unit": "lz"})) == (
        200,
        None,
    )
