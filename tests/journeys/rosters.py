"""What there is to open of rosters: months far ahead, made here, so that no day of the demo's is too late for them."""

import re
from datetime import date
from typing import Any
from uuid import uuid4

from playwright.async_api import Page

from backend.foundation.now import local, now
from backend.office.duty.rules.days import month_of, next_month
from tests.journeys.record import post, put, told

Named = dict[str, list[str]]


async def rosters(captain: Page, officer: Page) -> Named:
    """A published month with a shift of duiyuan's, a swap asked for it, the posts there are."""
    published = await _month(captain, _ahead(3))
    shift = next(each["id"] for each in published["shifts"] if each["kind"] == "watch")
    await post(captain, f"/shifts/{shift}/assignments", {"officer": "duiyuan", "slot": 0})
    await post(captain, f"/rosters/{published['id']}/publication", {})
    swap = str(uuid4())
    await put(officer, f"/swaps/{swap}", {"shift": shift, "officer": "duiyuan2"})
    return {
        "roster_id": [published["id"]],
        "shift_id": [shift],
        "swap_id": [swap],
        "post_id": (await _posts(captain))[:1],
    }


async def planned(captain: Page, named: Named) -> list[str]:
    """The pages of whoever plans: a draft with a shift to fill, the published month with its shift."""
    draft = await _month(captain, _ahead(4))
    return [
        f"/duty/rosters/{draft['id']}",
        f"/duty/shifts/{draft['shifts'][0]['id']}",
        *(f"/duty/rosters/{each}" for each in named["roster_id"]),
        *(f"/duty/shifts/{each}" for each in named["shift_id"]),
        *(f"/duty/swaps/{each}" for each in named["swap_id"]),
    ]


async def _month(captain: Page, month: date) -> dict[str, Any]:
    roster = str(uuid4())
    await put(captain, f"/rosters/{roster}", {"month": f"{month:%Y-%m}"})
    found: dict[str, Any] = await told(captain, f"/rosters/{roster}")
    return found


async def _posts(captain: Page) -> list[str]:
    answer = await captain.request.get("/duty/posts")
    return re.findall(r'href="/duty/posts/([0-9a-f-]{36})"', await answer.text())


def _ahead(months: int) -> date:
    month = month_of(local(now()).date())
    for _ in range(months):
        month = next_month(month)
    return month
