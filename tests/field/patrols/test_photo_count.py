"""How many photos a patrol's row counts, for the ledger that reads nothing else."""

import asyncio
from typing import Any
from uuid import uuid4

import httpx

from tests.rig.cast import Cast

TOGETHER = 12


def registration(patrol: str, number: int) -> dict[str, Any]:
    return {
        "subject": {"kind": "patrol", "id": patrol},
        "taken_at": "2026-11-20T09:12:00+08:00",
        "source": "camera",
        "sha256": f"{number:064x}",
        "bytes": 1000,
        "media_type": "image/jpeg",
    }


async def begun(phone: httpx.AsyncClient) -> str:
    patrol = str(uuid4())
    body = {
        "kind": "routine",
        "title": "街天巡查",
        "crew": ["duiyuan", "duiyuan2"],
        "started_at": "2026-11-20T09:10:00+08:00",
    }
    assert (await phone.put(f"/api/v1/patrols/{patrol}", json=body)).status_code == 201
    return patrol


async def test_photos_that_arrive_at_the_same_instant_are_all_counted(own_cast: Cast) -> None:
    phone = await own_cast.script("duiyuan")
    patrol = await begun(phone)
    answers = await asyncio.gather(
        *(
            phone.put(f"/api/v1/photos/{uuid4()}", json=registration(patrol, number))
            for number in range(TOGETHER)
        )
    )
    assert {answer.status_code for answer in answers} == {201}
    assert (await phone.get(f"/api/v1/patrols/{patrol}")).json()["photo_count"] == TOGETHER
