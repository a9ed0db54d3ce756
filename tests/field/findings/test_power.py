"""Exercise of power on a party: two certified officers of the same enforcing body, judged when it was found."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

import pytest

from backend.foundation.database import row, rows
from tests.field.street import NOON, Street, ago, finding_body

POWER = ["ordered", "summary_penalty", "case"]
CLAUSE = "行政处罚法 第四十二条"


async def exercise(street: Street, patrol_id: str, **changes: Any) -> tuple[int, dict[str, Any]]:
    body = finding_body(**{"disposition": "ordered"} | changes)
    answer = await street.put("duiyuan", f"/patrols/{patrol_id}/findings/{uuid4()}", body)
    return answer.status_code, answer.json()


async def suspend(username: str, at: str) -> None:
    certificate = await row(
        "SELECT c.id FROM certificates c JOIN officers o ON o.id = c.officer WHERE o.username = ?", username
    )
    assert certificate is not None
    await rows(
        "INSERT INTO suspensions (id, certificate, started_at, reason, imposed_by) VALUES (?, ?, ?, '培训', ?)",
        uuid4(),
        certificate["id"],
        datetime.fromisoformat(at),
        UUID(int=0),
    )


@pytest.mark.parametrize("disposition", POWER)
async def test_two_certified_officers_of_one_body_may(street: Street, disposition: str) -> None:
    status, body = await exercise(street, await street.patrol(), disposition=disposition)
    assert (status, body["acting"]) == (201, ["duiyuan", "duiyuan2"])


@pytest.mark.parametrize("disposition", POWER)
@pytest.mark.parametrize(
    "crew",
    [
        ["duiyuan", "minjing"],
        ["duiyuan", "xieguan", "minjing"],
        ["duiyuan", "minjing", "suozhang", "jiaojing"],
        ["duiyuan", "ziran"],
        ["duiyuan", "shichang"],
    ],
)
async def test_police_auxiliaries_and_other_bodies_do_not_count(
    street: Street, disposition: str, crew: list[str]
) -> None:
    status, body = await exercise(street, await street.patrol(crew=crew), disposition=disposition)
    assert (status, body["code"]) == (422, "power_needs_two_officers")
    assert body["clause"].startswith(CLAUSE)


@pytest.mark.parametrize(
    "disposition", ["none", "persuaded", "corrected", "handoff", "notified", "assist", "other"]
)
async def test_what_is_no_power_needs_nobody(street: Street, disposition: str) -> None:
    patrol_id = await street.patrol(crew=["xieguan", "minjing"])
    assert (await exercise(street, patrol_id, disposition=disposition))[0] == 201


async def test_a_suspension_stops_counting_at_once(street: Street) -> None:
    patrol_id = await street.patrol()
    await suspend("duiyuan2", ago(hours=1))
    before, _ = await exercise(street, patrol_id, found_at=ago(minutes=61))
    after, body = await exercise(street, patrol_id, found_at=ago(hours=1))
    assert (before, after, body["code"]) == (201, 422, "power_needs_two_officers")


async def test_a_certificate_counts_to_the_end_of_its_last_day(street: Street) -> None:
    patrol_id = await street.patrol()
    await rows("UPDATE certificates SET valid_until = ?", datetime.fromisoformat(ago(hours=1)))
    assert (await exercise(street, patrol_id, found_at=ago(hours=1)))[0] == 201
    assert (await exercise(street, patrol_id, found_at=ago(minutes=59)))[0] == 422


async def test_the_crew_of_that_moment_counts_not_that_of_now(street: Street) -> None:
    patrol_id = await street.patrol()
    path = f"/patrols/{patrol_id}/crew/duiyuan2/departure"
    await street.post("duiyuan", path, {"at": ago(hours=1)})
    assert (await exercise(street, patrol_id, found_at=ago(minutes=61)))[0] == 201
    assert (await exercise(street, patrol_id, found_at=ago(hours=1)))[0] == 422


async def test_who_joined_later_was_not_there_yet(street: Street) -> None:
    patrol_id = await street.patrol(crew=["duiyuan", "minjing"])
    await street.post("duiyuan", f"/patrols/{patrol_id}/crew", {"username": "duizhang", "at": ago(hours=1)})
    assert (await exercise(street, patrol_id, found_at=ago(minutes=61)))[0] == 422
    assert (await exercise(street, patrol_id, found_at=ago(hours=1)))[0] == 201


async def test_those_named_must_have_been_able_to(street: Street) -> None:
    patrol_id = await street.patrol(crew=["duiyuan", "duiyuan2", "duizhang", "minjing"])
    named, body = await exercise(street, patrol_id, acting=["duizhang", "duiyuan"])
    assert (named, sorted(body["acting"])) == (201, ["duiyuan", "duizhang"])
    assert (await exercise(street, patrol_id, acting=["duiyuan", "minjing"]))[0] == 422
    assert (await exercise(street, patrol_id, acting=["duiyuan"]))[0] == 422


async def test_a_device_with_a_wrong_clock_is_judged_by_its_arrival(street: Street) -> None:
    patrol_id = await street.patrol()
    await suspend("duiyuan2", ago(hours=1))
    behind = ago(days=400)
    answer = await street.put(
        "duiyuan",
        f"/patrols/{patrol_id}/findings/{uuid4()}",
        finding_body(disposition="case", found_at=behind),
        Liandong_Sent_At=behind,
    )
    assert answer.status_code == 422


async def test_changing_the_handling_to_power_is_judged_too(street: Street) -> None:
    patrol_id = await street.patrol(crew=["duiyuan", "minjing"])
    finding_id = await street.finding(patrol_id)
    answer = await street.patch(
        "duiyuan", f"/patrols/{patrol_id}/findings/{finding_id}", {"disposition": "case"}
    )
    assert (answer.status_code, answer.json()["code"]) == (422, "power_needs_two_officers")


async def test_the_page_of_a_patrol_says_whether_its_crew_may(street: Street) -> None:
    may = (await street.get("lingdao", f"/patrols/{await street.patrol()}")).json()["power"]
    assert may == {
        "ok": True,
        "body": "sfz",
        "body_name": "示范镇人民政府",
        "officers": ["duiyuan", "duiyuan2"],
        "why": "",
    }
    await suspend("duiyuan", NOON.isoformat())
    may_not = (await street.get("lingdao", f"/patrols/{await street.patrol()}")).json()["power"]
    assert (may_not["ok"], may_not["officers"]) == (False, ["duiyuan2"])
