"""A draft made in a process of its own is the draft made here."""

from backend.office.duty.drafting import Given, Wish, bounds_of, draft
from backend.office.duty.drawing_up import draw_up
from tests.office.duty.drafting.months import POLICE, TEAM, at, leave, officer, person, put, shift

MONTH = Given(
    (shift(1, "11-02T20:00", 12, TEAM, POLICE), shift(2, "11-07T08:00"), shift(3, "11-08T08:00", 8, POLICE)),
    (
        person(1, wishes=(Wish(at("11-02T00:00").date(), "off"),)),
        person(2),
        officer(3, away=(leave("11-07T00:00", "11-09T00:00"),)),
    ),
    bounds_of({"duty.rest_hours": 10, "duty.most_hours_in_seven_days": 60, "duty.most_nights_running": 2}),
    (put(shift(2, "11-07T08:00"), person(1)),),
)


async def test_it_comes_back_whole() -> None:
    drafted = await draw_up(MONTH, solver=False)
    assert drafted == draft(MONTH, solver=False)
    assert [each.missing for each in drafted.unmet] == [1]
