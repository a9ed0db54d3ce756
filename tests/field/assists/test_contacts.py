"""电话名单: who is called when nobody answers, kept by those who answer for the alarm."""

from uuid import uuid4

import pytest

from tests.field.assists.calls import Calls
from tests.field.street import code_of

MAYOR = {"name": "许南山", "position": "镇长", "phone": "0000-1", "rank": 2}


async def added(calls: Calls, **changes: object) -> str:
    contact = str(uuid4())
    answer = await calls.street.put("zhihui", f"/alarm-contacts/{contact}", {**MAYOR, **changes})
    assert answer.status_code == 201, answer.text
    return contact


async def listed(calls: Calls) -> list[str]:
    return [each["name"] for each in (await calls.street.get("suozhang", "/alarm-contacts")).json()["items"]]


async def test_they_are_called_in_their_order(calls: Calls) -> None:
    second = await added(calls)
    await added(calls, name="方知秋", rank=1)
    assert await listed(calls) == ["方知秋", "许南山"]
    changed = await calls.street.patch("duizhang", f"/alarm-contacts/{second}", {"rank": 0})
    assert changed.status_code == 200  # 201 is for what was not there
    assert changed.json()["version"] == 2
    assert await listed(calls) == ["许南山", "方知秋"]


async def test_taken_off_it_stays_off(calls: Calls) -> None:
    contact = await added(calls)
    statuses = [
        (await calls.street.delete("zhihui", f"/alarm-contacts/{contact}")).status_code for _ in range(2)
    ]
    assert (statuses, await listed(calls)) == ([200, 200], [])
    later = await calls.street.patch("zhihui", f"/alarm-contacts/{contact}", {"rank": 1})
    assert code_of(later) == (410, "gone")


async def test_the_same_again_changes_nothing(calls: Calls) -> None:
    contact = await added(calls)
    again = await calls.street.put("zhihui", f"/alarm-contacts/{contact}", MAYOR)
    assert (again.status_code, len(await listed(calls))) == (200, 1)
    other = await calls.street.put("zhihui", f"/alarm-contacts/{contact}", {**MAYOR, "phone": "0000-2"})
    assert code_of(other) == (409, "conflict")


@pytest.mark.parametrize("who", ["duiyuan", "minjing", "lingdao", "chengguan"])
async def test_others_neither_read_nor_keep_it(calls: Calls, who: str) -> None:
    assert code_of(await calls.street.get(who, "/alarm-contacts")) == (403, "not_allowed")
    assert code_of(await calls.street.put(who, f"/alarm-contacts/{uuid4()}", MAYOR)) == (403, "not_allowed")


@pytest.mark.parametrize("phone", ["问值班室", "0000-1\n", "+-- -", "12", "1" * 31, "٣٣٣٣"])
async def test_a_number_nobody_can_dial_is_refused(calls: Calls, phone: str) -> None:
    answer = await calls.street.put("zhihui", f"/alarm-contacts/{uuid4()}", {**MAYOR, "phone": phone})
    assert code_of(answer) == (400, "invalid")


@pytest.mark.parametrize("phone", ["110", "+86 871 0000 0000", "1-1-0"])
async def test_a_number_is_written_as_people_write_it(calls: Calls, phone: str) -> None:
    answer = await calls.street.put("zhihui", f"/alarm-contacts/{uuid4()}", {**MAYOR, "phone": phone})
    assert answer.status_code == 201
