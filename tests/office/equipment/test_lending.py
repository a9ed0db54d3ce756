"""Things go into one pair of hands at a time, come back, are late once, break and are mended."""

from uuid import UUID, uuid4

import pytest

from backend.demo.organisation import officer_id
from backend.foundation.database import row
from backend.foundation.journal import timeline
from backend.office.equipment.commands.watching import watch
from backend.office.equipment.queries.things import with_officer
from backend.office.equipment.sentences import told
from tests.field.street import code_of
from tests.office.equipment.store import RECORDER, TONIGHT, Store


async def test_an_officer_takes_one_of_the_unit_and_everybody_sees_who_has_it(store: Store) -> None:
    thing = await store.out(due_at=TONIGHT, purpose="街天巡查")
    found = await store.read(thing)
    assert (found["state"], found["holder"], found["due_at"]) == ("out", "duiyuan", TONIGHT)
    assert [named.thing.number for named in await with_officer(officer_id("duiyuan"))] == ["DSJ-07"]


async def test_the_same_again_changes_nothing(store: Store) -> None:
    thing = str(uuid4())
    added = [
        (await store.street.put("neiqin", f"/equipment/{thing}", RECORDER)).status_code for _ in range(2)
    ]
    lent = [(await store.do("duiyuan", thing, "loans")).status_code for _ in range(2)]
    back = [(await store.do("duiyuan", thing, "return")).status_code for _ in range(2)]
    assert added == lent == back == [201, 200]


async def test_what_is_in_somebodys_hands_goes_into_no_others(store: Store) -> None:
    thing = await store.out()
    refused = await store.do("duiyuan2", thing, "loans")
    assert code_of(refused) == (409, "equipment_out")
    assert "沈禾" in refused.json()["detail"]


async def test_a_clerk_hands_it_to_another_and_an_officer_only_to_themself(store: Store) -> None:
    thing = await store.thing()
    assert code_of(await store.do("duiyuan", thing, "loans", officer="xieguan")) == (403, "not_allowed")
    assert (await store.do("neiqin", thing, "loans", officer="xieguan")).json()["holder"] == "xieguan"


async def test_another_units_things_are_not_taken(store: Store) -> None:
    thing = await store.thing()
    assert code_of(await store.do("minjing", thing, "loans")) == (403, "not_allowed")
    assert code_of(await store.do("linzhen", thing, "loans")) == (404, "not_found")


async def test_only_who_has_it_or_looks_after_it_brings_it_back(store: Store) -> None:
    thing = await store.out()
    assert code_of(await store.do("duiyuan2", thing, "return")) == (403, "not_allowed")
    assert (await store.do("zhihui", thing, "return")).json()["state"] == "in"


async def test_what_was_never_lent_does_not_come_back(store: Store) -> None:
    assert code_of(await store.do("neiqin", await store.thing(), "return")) == (409, "equipment_in")


async def test_what_comes_back_broken_is_not_lent_until_it_is_mended(store: Store) -> None:
    thing = await store.out()
    assert (await store.do("duiyuan", thing, "return", damage="镜头裂了")).json()["state"] == "damaged"
    assert code_of(await store.do("duiyuan", thing, "loans")) == (409, "equipment_unfit")
    assert code_of(await store.do("duiyuan", thing, "repair")) == (403, "not_allowed")
    assert (await store.do("neiqin", thing, "repair")).json()["state"] == "in"
    assert (await store.do("duiyuan", thing, "loans")).status_code == 201


async def test_what_is_used_no_more_is_not_lent(store: Store) -> None:
    thing = await store.out()
    assert code_of(await store.do("neiqin", thing, "retirement", reason="报废")) == (409, "equipment_out")
    await store.do("duiyuan", thing, "return")
    assert (await store.do("neiqin", thing, "retirement", reason="报废")).json()["state"] == "retired"
    assert code_of(await store.do("duiyuan", thing, "loans")) == (409, "equipment_unfit")


@pytest.mark.parametrize(("minute", "state", "said"), [("17:59", "out", 0), ("18:00", "late", 1)])
async def test_both_sides_of_the_minute_it_is_due(store: Store, minute: str, state: str, said: int) -> None:
    thing = await store.out(due_at=TONIGHT)
    store.street.clock.at(f"2026-11-20T{minute}:00+08:00")
    assert await watch() == said
    assert (await store.read(thing))["state"] == state


async def test_that_it_is_late_is_said_once_to_who_has_it_and_who_looks_after_it(store: Store) -> None:
    await store.out(due_at=TONIGHT)
    store.street.clock.at("2026-11-21T09:00:00+08:00")
    assert [await watch(), await watch()] == [1, 0]
    for who in ("duiyuan", "neiqin", "duizhang"):
        assert await store.told(who) == ["执法记录仪DSJ-07到期没还"]
    assert await store.told("duiyuan2") == []


async def test_what_came_back_in_time_is_never_late(store: Store) -> None:
    thing = await store.out(due_at=TONIGHT)
    await store.do("duiyuan", thing, "return")
    store.street.clock.at("2026-11-21T09:00:00+08:00")
    assert await watch() == 0


@pytest.mark.parametrize("due_at", ["2026-11-20T12:00:00+08:00", "2027-11-22T12:00:00+08:00"])
async def test_it_is_due_later_than_now_and_within_a_year(store: Store, due_at: str) -> None:
    answer = await store.do("duiyuan", await store.thing(), "loans", due_at=due_at)
    assert code_of(answer) == (400, "invalid")
    assert "due_at" in answer.json()["fields"]


async def test_a_number_is_there_once_of_each_kind(store: Store) -> None:
    await store.thing()
    assert code_of(await store.adds()) == (409, "equipment_number_taken")
    assert (await store.adds(kind="radio")).status_code == 201


async def test_a_captain_adds_for_the_own_unit_a_dispatcher_for_each(store: Store) -> None:
    assert code_of(await store.adds("duizhang", unit="sfz-pcs")) == (403, "not_allowed")
    assert (await store.adds("zhihui", unit="sfz-pcs")).json()["unit"]["code"] == "sfz-pcs"
    assert code_of(await store.adds("zhihui", unit="lz", number="1")) == (400, "invalid")


async def test_a_label_leads_to_its_thing_and_the_neighbours_to_nothing(store: Store) -> None:
    thing = await store.thing()
    found = await row("SELECT code FROM equipment WHERE id = ?", UUID(thing))
    assert found is not None
    address = f"/equipment/at/{UUID(found['code'])}"
    assert (await store.street.page("duiyuan", address)).headers["location"] == f"/equipment/{thing}"
    assert (await store.street.page("linzhen", address)).status_code == 404
    assert (await store.street.page("duiyuan", f"/equipment/at/{uuid4()}")).status_code == 404


async def test_the_pages_show_who_has_what(store: Store) -> None:
    thing = await store.out(due_at=TONIGHT)
    seen = (await store.street.page("duiyuan", "/equipment")).text
    assert "我领着的" in seen
    assert "执法记录仪 DSJ-07" in seen
    assert "打给沈禾" in (await store.street.page("duizhang", f"/equipment/{thing}")).text
    assert "DSJ-07" in (await store.street.page("duizhang", f"/people/{officer_id('duiyuan')}")).text
    labels = (await store.street.page("neiqin", "/equipment/labels")).text
    assert labels.count("ld-label__code") == 1
    assert 'href="/equipment/new"' in (await store.street.page("neiqin", "/equipment")).text


async def test_the_journal_tells_it(store: Store) -> None:
    thing = await store.out(due_at=TONIGHT, purpose="街天巡查")
    await store.do("duiyuan", thing, "return", damage="夹子断了")
    assert [told(moment) for moment in await timeline("equipment", UUID(thing))] == [
        "登记执法记录仪DSJ-07",
        "沈禾领用，街天巡查，11月20日 周五 18:00前还",
        "沈禾归还，损坏：夹子断了",
    ]
