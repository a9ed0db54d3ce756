"""The matter a finding names: one of the list as it was when it was found, or as it is when the finding comes in."""

from datetime import date
from uuid import uuid4

import httpx
import pytest

from tests.field.street import Street, ago, code_of, count, finding_body
from tests.office.matters.lists import CITY, adjusted, listed, listed_next_door

TODAY, TOMORROW = date(2026, 11, 20), date(2026, 11, 21)


async def put(street: Street, patrol_id: str, code: str, **changes: str) -> httpx.Response:
    body = finding_body(matter_code=code, **changes)
    return await street.put("duiyuan", f"/patrols/{patrol_id}/findings/{uuid4()}", body)


async def test_a_matter_of_the_list_is_taken_also_for_what_was_found_before_the_list_was_made(
    street: Street,
) -> None:
    patrol_id = await street.patrol()
    await listed("SR-01", day=TODAY)
    answer = await put(street, patrol_id, "SR-01", found_at=ago(hours=1))
    assert (answer.status_code, answer.json()["matter_code"]) == (201, "SR-01")


@pytest.mark.parametrize("code", ["SR-99", "sr-01", "CITY-1"])
async def test_a_code_nobody_ever_listed_is_unknown_and_nothing_is_written(street: Street, code: str) -> None:
    patrol_id = await street.patrol()
    await listed("SR-01")
    await listed_next_door("CITY-1")
    assert code_of(await put(street, patrol_id, code)) == (422, "matter_unknown")
    assert await count("findings") == 0


async def test_a_matter_that_is_still_to_come_is_not_in_force(street: Street) -> None:
    patrol_id = await street.patrol()
    await listed("SR-01", day=TOMORROW)
    assert code_of(await put(street, patrol_id, "SR-01")) == (422, "matter_not_in_force")


async def test_what_was_found_while_the_matter_stood_is_taken_after_it_was_dropped(street: Street) -> None:
    patrol_id = await street.patrol()
    matter = await listed("SR-01", day=TODAY)
    await adjusted(matter, 1, TOMORROW, standing="dropped")
    seen = street.clock.later(minutes=5).isoformat()
    street.clock.later(days=1)
    assert (await put(street, patrol_id, "SR-01", found_at=seen)).status_code == 201
    after = street.clock.read().isoformat()
    assert code_of(await put(street, patrol_id, "SR-01", found_at=after)) == (422, "matter_not_in_force")


async def test_a_matter_taken_back_is_still_a_matter_of_the_list(street: Street) -> None:
    patrol_id = await street.patrol()
    matter = await listed("SR-01", day=TODAY)
    await adjusted(matter, 1, TODAY, standing="taken_back", punishing=CITY)
    assert (await put(street, patrol_id, "SR-01")).status_code == 201


async def test_a_change_of_the_matter_is_judged_and_any_other_change_is_not(street: Street) -> None:
    patrol_id = await street.patrol()
    matter = await listed("SR-01", day=TODAY)
    made = await put(street, patrol_id, "SR-01")
    await adjusted(matter, 1, TODAY, standing="dropped")
    path = f"/patrols/{patrol_id}/findings/{made.json()['id']}"
    assert (await street.patch("duiyuan", path, {"facts": "又多了两个摊"})).status_code == 200
    refused = await street.patch("duiyuan", path, {"matter_code": "SR-77"})
    assert (code_of(refused), refused.json()["fields"]["matter_code"]) == (
        (422, "matter_unknown"),
        "编码“SR-77”，从清单里选",
    )
    cleared = await street.patch("duiyuan", path, {"matter_code": None})
    assert (cleared.status_code, cleared.json()["matter_code"]) == (200, None)
