"""What a patrol is, told from what was made of it on this phone."""

from typing import Any

import pytest
from playwright.async_api import Page

TOLD = """async (envelopes) => (await import("/js/patrol/made.js")).patrolOf("p", envelopes)"""


def made(method: str, noun: str = "", **body: Any) -> dict[str, Any]:
    url = "/api/v1/patrols/p" + (f"/{noun}" if noun else "")
    return {"method": method, "url": url, "subject": {"kind": "patrol", "id": "p"}, "body": body}


BEGUN = made("PUT", title="早市", started_at="2026-11-23T01:00:00Z", crew=["duiyuan"])
ELSEWHERE = {**made("POST", "end", at="2026-11-23T02:00:00Z"), "subject": {"kind": "patrol", "id": "q"}}


@pytest.mark.parametrize(
    ("acts", "state"),
    [
        ([], "active"),
        ([made("POST", "pause")], "paused"),
        ([made("POST", "pause"), made("POST", "resumption")], "active"),
        ([made("POST", "pause"), made("POST", "resumption"), made("POST", "pause")], "paused"),
        ([made("POST", "end", at="2026-11-23T03:00:00Z")], "done"),
        ([made("POST", "end", at="2026-11-23T03:00:00Z"), made("POST", "pause")], "done"),
        ([{**made("POST", "pause"), "state": "refused"}], "active"),
        ([made("PATCH", title="夜市")], "active"),
        ([ELSEWHERE], "active"),
    ],
)
async def test_its_state_follows_the_last_act(
    workbench: Page, acts: list[dict[str, Any]], state: str
) -> None:
    assert (await workbench.evaluate(TOLD, [BEGUN, *acts]))["state"] == state


async def test_the_crew_grows_by_who_joined(workbench: Page) -> None:
    told = await workbench.evaluate(TOLD, [BEGUN, made("POST", "crew", username="minjing")])
    assert (told["title"], told["crew"]) == ("早市", ["duiyuan", "minjing"])


async def test_a_patrol_this_phone_did_not_begin_is_none(workbench: Page) -> None:
    assert (await workbench.evaluate(TOLD, [made("POST", "pause")]))["state"] == "none"


@pytest.mark.parametrize(
    ("drawn", "acts", "state"),
    [
        ("active", [], "active"),
        ("planned", [made("POST", "start")], "active"),
        ("active", [made("POST", "pause")], "paused"),
        ("paused", [made("POST", "resumption")], "active"),
        ("paused", [made("POST", "crew", username="minjing")], "paused"),
        ("active", [made("POST", "end"), made("POST", "resumption")], "done"),
    ],
)
async def test_what_was_made_here_changes_the_state_it_was_drawn_in(
    workbench: Page, drawn: str, acts: list[dict[str, Any]], state: str
) -> None:
    after = 'async ([drawn, acts]) => (await import("/js/patrol/made.js")).stateAfter(drawn, "p", acts)'
    assert await workbench.evaluate(after, [drawn, acts]) == state


async def test_patrols_begun_here_are_found_among_what_waits(workbench: Page) -> None:
    planned = {**made("PUT", title="晚市", crew=[]), "subject": {"kind": "patrol", "id": "q"}}
    finding = {**made("PUT", facts="x"), "subject": {"kind": "finding", "id": "f"}}
    found = "async (envelopes) => (await import('/js/patrol/made.js')).begunHere(envelopes)"
    assert await workbench.evaluate(found, [finding, planned, BEGUN, ELSEWHERE]) == ["p"]


async def test_one_whose_beginning_was_refused_is_told_as_such(workbench: Page) -> None:
    refused = {**BEGUN, "state": "refused", "problem": {"title": "还差一个单位"}}
    told = await workbench.evaluate(TOLD, [refused, made("POST", "pause")])
    assert (told["state"], told["title"], told["begun"]["problem"]["title"]) == (
        "refused",
        "早市",
        "还差一个单位",
    )
