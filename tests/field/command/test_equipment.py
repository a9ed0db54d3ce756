"""What there is to go out with, on the page of command: what is free, what is out and with whom; asked for in one go."""

from typing import Any

from backend.office.equipment.queries.things import all_of
from tests.field.street import Street, ago
from tests.office.equipment.store import Store
from tests.rig.trips import trips


async def stock(street: Street) -> list[tuple[str, list[Any], list[Any], list[Any]]]:
    found = (await street.get("zhihui", "/command")).json()["equipment"]
    return [
        (
            each["kind"],
            [thing["number"] for thing in each["free"]],
            [(thing["number"], thing["holder"], thing["state"]) for thing in each["out"]],
            [thing["number"] for thing in each["broken"]],
        )
        for each in found
    ]


async def test_free_out_late_and_broken_stand_apart_vehicles_first(street: Street) -> None:
    store = Store(street)
    await store.out(due_at=ago(minutes=-30))
    await store.thing(number="DSJ-08")
    await store.thing(kind="vehicle", number="云F0001")
    broken = await store.thing(number="DSJ-09")
    await store.do("duiyuan", broken, "loans")
    await store.do("duiyuan", broken, "return", damage="开不了机")
    street.clock.later(hours=1)
    assert await stock(street) == [
        ("vehicle", ["云F0001"], [], []),
        ("recorder", ["DSJ-08"], [("DSJ-07", "duiyuan", "late")], ["DSJ-09"]),
    ]
    page = (await street.page("zhihui", "/command/wall")).text
    assert "云F0001" in page
    assert "到期没还" in page


async def test_however_many_there_are_it_is_one_trip(street: Street) -> None:
    store, person = Store(street), await street.cast.person("zhihui")
    for number in ("1", "2", "3"):
        await store.thing(number=number)
    with trips() as counted:
        assert len(await all_of(person)) == 3
    assert counted.made == 1


async def test_where_nothing_is_kept_nothing_is_said(street: Street) -> None:
    assert await stock(street) == []
    assert "全部装备" not in (await street.page("zhihui", "/command")).text
