"""How many photos a patrol's row counts, for the ledger that reads nothing else, and what became of those that came
at the very instant of something else."""

import asyncio
from typing import Any
from uuid import uuid4

from backend.foundation.database import transaction
from tests.field.street import Street, ago, finding_body, patrol_body
from tests.rig.meanwhile import meanwhile

TOGETHER = 12


def registration(kind: str, record: str, number: int = 1) -> dict[str, Any]:
    return {
        "subject": {"kind": kind, "id": record},
        "taken_at": ago(minutes=90),
        "source": "camera",
        "sha256": f"{number:064x}",
        "bytes": 1000,
        "media_type": "image/jpeg",
    }


async def photo_count(street: Street, patrol: str) -> int:
    counted: int = (await street.get("duiyuan", f"/patrols/{patrol}")).json()["photo_count"]
    return counted


async def photograph(street: Street, kind: str, record: str) -> Any:
    """A photo registered by whoever made the record; the answer."""
    return await street.put("duiyuan", f"/photos/{uuid4()}", registration(kind, record))


async def test_photos_that_arrive_at_the_same_instant_are_all_counted(own_street: Street) -> None:
    patrol = await own_street.patrol()
    answers = await asyncio.gather(
        *(
            own_street.put("duiyuan", f"/photos/{uuid4()}", registration("patrol", patrol, number))
            for number in range(TOGETHER)
        )
    )
    assert {answer.status_code for answer in answers} == {201}
    assert await photo_count(own_street, patrol) == TOGETHER


async def test_a_photo_that_comes_while_its_finding_is_written_down_is_counted(own_street: Street) -> None:
    patrol, finding = await own_street.patrol(), str(uuid4())
    async with transaction():
        await own_street.put("duiyuan", f"/patrols/{patrol}/findings/{finding}", finding_body())
        photo = await meanwhile(photograph(own_street, "finding", finding))
    assert (await photo).status_code == 201
    assert await photo_count(own_street, patrol) == 1


async def test_a_finding_that_comes_while_its_photo_is_registered_counts_it(own_street: Street) -> None:
    patrol, finding = await own_street.patrol(), str(uuid4())
    async with transaction():
        await photograph(own_street, "finding", finding)
        written = await meanwhile(
            own_street.put("duiyuan", f"/patrols/{patrol}/findings/{finding}", finding_body())
        )
    assert (await written).status_code == 201
    assert await photo_count(own_street, patrol) == 1


async def test_a_photo_that_comes_while_its_patrol_is_written_down_is_counted(own_street: Street) -> None:
    patrol = str(uuid4())
    await own_street.get("duiyuan", "/patrols")  # signed in before the instant
    async with transaction():
        await own_street.put("duiyuan", f"/patrols/{patrol}", patrol_body())
        photo = await meanwhile(photograph(own_street, "patrol", patrol))
    assert (await photo).status_code == 201
    assert await photo_count(own_street, patrol) == 1


async def test_a_photo_that_comes_while_its_patrol_is_filed_is_marked_late(own_street: Street) -> None:
    patrol = await own_street.ended()
    async with transaction():
        await own_street.post("duiyuan", f"/patrols/{patrol}/filing")
        photo = await meanwhile(photograph(own_street, "patrol", patrol))
    answer = await photo
    assert (answer.status_code, answer.json()["late"]) == (201, True)


async def test_photos_of_a_finding_taken_down_are_counted_no_more_whatever_comes_then(street: Street) -> None:
    patrol = await street.patrol()
    finding = await street.finding(patrol)
    await photograph(street, "finding", finding)
    await street.delete("duiyuan", f"/patrols/{patrol}/findings/{finding}")
    assert await photo_count(street, patrol) == 0
    await photograph(street, "patrol", patrol)
    assert await photo_count(street, patrol) == 1
