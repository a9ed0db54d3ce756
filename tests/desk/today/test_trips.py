"""The first page is asked for in one trip, whoever opens it; what waits on a handoff costs more where something does."""

from uuid import uuid4

import pytest

from backend.desk.today.queries.today import today
from tests.casework.handoffs.offices import Offices
from tests.casework.hazards.desks import hazard_body
from tests.field.street import NOON, Street
from tests.rig.trips import trips


@pytest.mark.parametrize("who", ["duiyuan", "minjing", "lingdao", "chengguan", "guanli"])
async def test_everything_comes_in_one_trip(street: Street, who: str) -> None:
    await street.patrol()
    await street.put("duiyuan", f"/hazards/{uuid4()}", hazard_body())
    person = await street.cast.person(who)
    with trips() as counted:
        await today(person, NOON)
    assert counted.made == 1


@pytest.mark.parametrize("many", [1, 4])
async def test_what_waits_for_a_decision_costs_the_same_however_much_it_is(street: Street, many: int) -> None:
    offices = Offices(street)
    for _ in range(many):
        await offices.submitted()
    person = await street.cast.person("zhenzhang")
    with trips() as counted:
        told = await today(person, NOON)
    assert (len(told.handoffs), counted.made) == (many, 4)
