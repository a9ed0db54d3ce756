"""What there is to open of incidents and visits: open ones made here, ended ones of the demo."""

from datetime import timedelta
from uuid import uuid4

from playwright.async_api import Page

from backend.foundation.now import now
from tests.journeys.record import put, told

PLACE = {"lat": 24.1734, "lon": 102.4045, "accuracy_m": 8, "source": "gps"}


async def incidents(officer: Page) -> dict[str, list[str]]:
    """A real one and a drill, both still open; a visit that runs, one of the demo's that ended."""
    real, drill = [await _first(officer, exercise=exercise) for exercise in (False, True)]
    return {"incident_id": [real, drill], "checkin_id": await visits(officer)}


async def visits(officer: Page) -> list[str]:
    """One that runs (only one can at a time), one of the demo's that ended."""
    made = (await told(officer, "/checkins"))["items"]
    running = next((each["id"] for each in made if each["state"] != "ended"), None)
    if running is None:
        running = str(uuid4())
        body = {"place": "河滩料场", "reason": "夜间检查", "interval_minutes": 480, "position": PLACE}
        await put(officer, f"/checkins/{running}", body)
    return [running, next(each["id"] for each in made if each["state"] == "ended")]


async def ended_incidents(officer: Page) -> list[str]:
    """The pages of those the demo reported to their end."""
    found = (await told(officer, "/incidents?state=ended"))["items"]
    return [f"/incidents/{each['id']}" for each in found]


async def waits_for_signature(officer: Page) -> str:
    """The page of one whose written report a leader is to sign."""
    incident = await _first(officer, exercise=False)
    await put(officer, f"/incidents/{incident}/reports/{uuid4()}", {"kind": "written", "facts": "已经劝离"})
    return f"/incidents/{incident}"


async def _first(officer: Page, *, exercise: bool) -> str:
    incident = str(uuid4())
    body = {
        "category": "围堵阻碍执法",
        "happened_at": (now() - timedelta(minutes=12)).isoformat(),
        "facts": "约二十人围住执法人员",
        "to": ["xf", "slj"],
        "position": PLACE,
        "exercise": exercise,
    }
    await put(officer, f"/incidents/{incident}", body)
    return incident
