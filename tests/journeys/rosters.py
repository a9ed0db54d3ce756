"""What there is to open of rosters: months far ahead, made here, so that no day of the demo's is too late for them."""

import io
import re
from datetime import date
from typing import Any
from uuid import uuid4

from openpyxl import load_workbook
from playwright.async_api import Page

from backend.foundation.now import local, now
from backend.office.duty.rules import sheet
from backend.office.duty.rules.days import month_of, next_month
from tests.journeys.record import post, put, told

Named = dict[str, list[str]]
TITLES = list(sheet.TITLES)
KIND, PEOPLE = TITLES.index("kind"), TITLES.index("people")


async def rosters(captain: Page, officer: Page) -> Named:
    """A published month with a shift of duiyuan's, a swap asked for it, the posts there are."""
    published = await _month(captain, _ahead(3))
    shift = next(each["id"] for each in published["shifts"] if each["kind"] == "watch")
    await post(captain, f"/shifts/{shift}/assignments", {"officer": "duiyuan", "slot": 0})
    await post(captain, f"/rosters/{published['id']}/publication", {})
    swap = str(uuid4())
    await put(officer, f"/swaps/{swap}", {"shift": shift, "officer": "duiyuan2"})
    return {
        "roster_import_id": [
            await _read(captain, published["id"], "韩立夏", "韩立夏"),
            await _read(captain, published["id"], *["名字特别特别长的查无此人"] * 30),
        ],
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


async def _read(captain: Page, roster: str, *people: str) -> str:
    """The month's workbook sent back with these people in the first rows of the night watch."""
    taken = await captain.request.get(f"/duty/rosters/{roster}/month.xlsx")
    book = load_workbook(io.BytesIO(await taken.body()))
    watches = [row for row in book["排班"].iter_rows(min_row=2) if row[KIND].value == "值班"]
    for row, name in zip(watches, people, strict=False):
        row[PEOPLE].value = name
    made = io.BytesIO()
    book.save(made)
    token = await captain.locator('meta[name="csrf"]').get_attribute("content")
    answer = await captain.request.post(
        f"/duty/rosters/{roster}/imports",
        multipart={
            "file": {"name": "排班.xlsx", "mimeType": "application/octet-stream", "buffer": made.getvalue()}
        },
        headers={"X-CSRFToken": str(token)},
        max_redirects=0,
    )
    assert answer.status == 303, await answer.text()
    return answer.headers["location"].rpartition("/")[2]


async def _posts(captain: Page) -> list[str]:
    answer = await captain.request.get("/duty/posts")
    return re.findall(r'href="/duty/posts/([0-9a-f-]{36})"', await answer.text())


def _ahead(months: int) -> date:
    month = month_of(local(now()).date())
    for _ in range(months):
        month = next_month(month)
    return month
