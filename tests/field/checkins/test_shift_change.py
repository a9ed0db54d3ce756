"""A standstill over a change of shifts: the call is dated when it was due, and rings for who is there when it is made."""

from datetime import timedelta

from backend.foundation.database import rows
from tests.field.assists.test_notices import inbox
from tests.field.checkins.visits import Visits
from tests.field.street import NOON
from tests.office.duty.shifts import shift

DUE, CHANGE = (NOON + timedelta(minutes=after) for after in (40, 60))


async def test_what_is_made_up_for_after_a_standstill_rings_for_the_shift_of_now(visits: Visits) -> None:
    await shift(NOON - timedelta(hours=4), CHANGE, "minjing", "zhihui")
    await shift(CHANGE, CHANGE + timedelta(hours=8), "suozhang", "duizhang")
    await visits.begun("duiyuan2")
    await visits.looked(90)
    [made] = await rows("SELECT id, raised_at, received_at FROM assists")
    assert (made["raised_at"], made["received_at"]) == (DUE, DUE)
    assert [who for who, *_ in await inbox(str(made["id"]))] == ["duizhang", "suozhang"]
