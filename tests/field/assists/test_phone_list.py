"""电话名单: who is on it is called up with the leaders, and noted only where a message is on its way."""

from uuid import uuid4

from backend.foundation.database import rows
from tests.field.assists.calls import Calls
from tests.field.assists.test_escalation import given, looked, told
from tests.field.street import NOON


async def listed(calls: Calls) -> str:
    contact = str(uuid4())
    body = {"name": "许南山", "phone": "0000-1", "rank": 1}
    await calls.street.put("zhihui", f"/alarm-contacts/{contact}", body)
    return contact


async def rung() -> list[tuple[str, bool]]:
    """Whom of the list a message is on its way to, and whether it goes at any hour."""
    sent = await rows(
        "SELECT a.name, d.urgent FROM notice_deliveries d JOIN notice_addresses a ON a.id = d.address WHERE a.kind = 'phone'"
    )
    return [(one["name"], bool(one["urgent"])) for one in sent]


async def without(*usernames: str) -> None:
    """They have left."""
    marks = ", ".join("?" * len(usernames))
    await rows(f"UPDATE officers SET left_at = ? WHERE username IN ({marks})", NOON, *usernames)


async def test_the_phone_list_is_called_up_with_the_leaders(calls: Calls) -> None:
    contact = await listed(calls)
    assist = await calls.raised()
    await looked(calls, 60, 180)
    called_up = [(each.payload or {})["contacts"] for each in await given(assist)]
    assert called_up == [[], [contact]]
    assert await rung() == [("许南山", True)]


async def test_with_no_leader_to_tell_the_station_is_told_again_and_the_phone_list_with_it(
    calls: Calls,
) -> None:
    await without("lingdao", "zhenzhang")
    await calls.on_duty("zhihui")
    await listed(calls)
    assist = await calls.raised()
    await looked(calls, 60, 180)
    step = (await given(assist))[1]
    assert told(step) == {"minjing", "minjing2", "suozhang", "zhihui"}
    assert [name for name, _ in await rung()] == ["许南山"]


async def test_where_the_only_leader_calls_the_phone_list_is_called_all_the_same(calls: Calls) -> None:
    await without("zhenzhang")
    contact = await listed(calls)
    assist = await calls.raised("lingdao")
    await looked(calls, 60, 180)
    assert ((await given(assist))[1].payload or {})["contacts"] == [contact]
    assert [name for name, _ in await rung()] == ["许南山"]


async def test_only_whom_a_message_is_on_its_way_to_is_noted_as_called(calls: Calls) -> None:
    await listed(calls)
    assist = await calls.raised()
    await rows("UPDATE officers SET left_at = ? WHERE username <> 'duiyuan'", NOON)
    await looked(calls, 60, 180)
    assert [(told(each), (each.payload or {})["contacts"]) for each in await given(assist)] == [
        (set(), [])
    ] * 2
    assert await rung() == []


async def test_nobody_of_the_phone_list_is_called_for_a_drill(calls: Calls) -> None:
    await calls.street.put("zhihui", f"/alarm-contacts/{uuid4()}", {"name": "许南山", "phone": "0000-1"})
    assist = await calls.raised(exercise=True)
    await looked(calls, 60, 180)
    assert [(each.payload or {})["contacts"] for each in await given(assist)] == [[], []]
    assert await rows("SELECT id FROM notice_addresses WHERE kind = 'phone'") == []
