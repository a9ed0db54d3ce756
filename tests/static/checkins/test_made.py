"""What a visit is, told from what was made of it on this phone."""

from typing import Any

import pytest
from playwright.async_api import Page

TOLD = """async (envelopes) => (await import("/js/checkins/made.js")).visitOf("v", envelopes)"""
NOON_MS = 1_795_233_600_000  # 2026-11-21T04:00:00Z


def made(kind: str, method: str = "POST", of: str = "v", **body: Any) -> dict[str, Any]:
    subject = {"kind": "checkin", "id": of}
    return {
        "kind": kind,
        "method": method,
        "subject": subject,
        "made_at": "2026-11-21T04:00:00Z",
        "body": body,
    }


BEGUN = made("checkin", "PUT", place="河滩料场", reason="夜间检查", interval_minutes=30)
WELL = made("checkin.well", at="2026-11-21T04:20:00Z")
ELSEWHERE = made("checkin.ending", of="w", at="2026-11-21T04:20:00Z")


@pytest.mark.parametrize(
    ("acts", "state", "well", "due"),
    [
        ([], "open", 0, 30),
        ([WELL], "open", 20, 50),
        ([WELL, made("checkin.ending", at="2026-11-21T04:40:00Z")], "ended", 20, 50),
        ([ELSEWHERE], "open", 0, 30),
    ],
)
async def test_its_timer_runs_from_the_last_word(
    workbench: Page, acts: list[dict[str, Any]], state: str, well: int, due: int
) -> None:
    told = await workbench.evaluate(TOLD, [BEGUN, *acts])
    assert (told["state"], told["place"]) == (state, "河滩料场")
    assert ((told["wellAt"] - NOON_MS) / 60_000, (told["dueAt"] - NOON_MS) / 60_000) == (well, due)


async def test_a_visit_this_phone_did_not_begin_is_none(workbench: Page) -> None:
    assert await workbench.evaluate(TOLD, [WELL]) == {"state": "none"}
