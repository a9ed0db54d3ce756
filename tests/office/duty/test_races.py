"""Two at one instant: neither waits for the other for ever, and the last word counts."""

from datetime import date
from uuid import UUID, uuid4

import pytest

from backend.foundation.database import batch, transaction
from backend.foundation.outbox import Device, Sender
from backend.office.duty.commands.swapping import Answering, approve
from backend.office.duty.commands.wishing import Wishing, wish
from backend.office.duty.queries.shifts import held
from backend.office.duty.queries.wishes import wishes_of
from tests.field.street import NOON, Street
from tests.office.duty.desk import Desk, night_watch
from tests.rig.cast import Cast
from tests.rig.clock import Clock
from tests.rig.meanwhile import meanwhile


@pytest.fixture
def own_desk(clock: Clock, own_cast: Cast) -> Desk:
    """On a database of its own, where commands commit."""
    clock.at(NOON)
    return Desk(Street(own_cast, clock))


async def sender(desk: Desk, who: str) -> Sender:
    return Sender(await desk.street.cast.person(who), Device(), NOON, uuid4())


async def published_first_shift(desk: Desk, roster: str, officer: str) -> str:
    found = (await desk.street.get("zhihui", f"/rosters/{roster}")).json()
    shift: str = found["shifts"][0]["id"]
    assert (await desk.on(shift, officer, despite=True)).status_code == 201
    assert (await desk.street.post("zhihui", f"/rosters/{roster}/publication")).status_code == 201
    return shift


async def test_a_swap_over_the_end_of_the_year_takes_both_months_in_one_order(own_desk: Desk) -> None:
    months = [await own_desk.month(night_watch()), await own_desk.month(month="2027-01")]
    first, second = sorted(months, key=lambda month: UUID(month["id"]))
    back = await published_first_shift(own_desk, first["id"], "duiyuan2")
    shift = await published_first_shift(own_desk, second["id"], "duiyuan")
    swap, body = str(uuid4()), {"shift": shift, "officer": "duiyuan2", "other_shift": back}
    assert (await own_desk.street.put("duiyuan", f"/swaps/{swap}", body)).status_code == 201
    assert (await own_desk.street.post("duiyuan2", f"/swaps/{swap}/consent")).status_code == 201
    captain = await sender(own_desk, "duizhang")
    async with transaction():
        await batch([held(UUID(back))])
        approved = await meanwhile(approve(captain, UUID(swap), Answering(despite=True)))
        await batch([held(UUID(shift))])
    assert (await approved).status == 201


async def test_of_two_phones_with_wishes_the_last_word_counts(own_desk: Desk) -> None:
    first, second = await sender(own_desk, "duiyuan"), await sender(own_desk, "duiyuan")
    off, on = date(2026, 12, 24), date(2026, 12, 25)
    async with transaction():
        await wish(first, Wishing(month="2026-12", off=[off], on=[]))
        other = await meanwhile(wish(second, Wishing(month="2026-12", off=[], on=[on])))
    assert (await other).status == 201
    assert await wishes_of(first.person.id, date(2026, 12, 1)) == {on: "on"}
