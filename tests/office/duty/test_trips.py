"""What a page of the roster costs: what it does not show, it does not ask for."""

import pytest

from backend.office.duty.rules.slots import Slot
from tests.office.duty.desk import OFFICER, Desk, night_watch
from tests.rig.trips import trips


async def test_a_shift_that_lacks_nobody_is_shown_without_the_month_around_it(desk: Desk) -> None:
    full, empty, *_ = await desk.published((1, "duiyuan"))
    await desk.street.page("duiyuan2", "/duty")
    made = []
    for shift in (full, empty):
        with trips() as counted:
            await desk.street.page("duiyuan2", f"/duty/shifts/{shift}")
        made.append(counted.made)
    assert made[0] <= made[1] - 6


@pytest.mark.parametrize(("slot", "others"), [(OFFICER, 1), (Slot(name="值班员"), 18)])
async def test_how_many_could_take_a_shift_costs_no_trip_more(desk: Desk, slot: Slot, others: int) -> None:
    found = await desk.month(night_watch(needs=(slot,)))
    shift = found["shifts"][0]["id"]
    await desk.on(shift, "duiyuan")
    await desk.street.post("zhihui", f"/rosters/{found['id']}/publication")
    await desk.street.page("duiyuan", "/duty")
    with trips() as counted:
        text = (await desk.street.page("duiyuan", f"/duty/shifts/{shift}/swap")).text
    assert text.count('data-when="officer=') >= others
    assert counted.made <= 12
