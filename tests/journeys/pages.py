"""Every page of the product, from its own route table, with records of the demo where an address names one."""

import re
from collections import defaultdict
from datetime import timedelta
from itertools import product
from typing import Any
from uuid import uuid4

from litestar.handlers import BaseRouteHandler
from playwright.async_api import Page

from backend.demo.organisation import officer_id, unit_id
from backend.foundation.now import now
from backend.foundation.people.permissions import ACTIONS
from tests.api.targets import put_finding
from tests.house.test_routes import acts, handlers
from tests.journeys.campaigns import campaigns, of_campaigns
from tests.journeys.emergencies import captains_emergencies, emergencies
from tests.journeys.incidents import ended_incidents, incidents, waits_for_signature
from tests.journeys.letters import papers
from tests.journeys.limits import limits
from tests.journeys.links import fresh
from tests.journeys.matters import list_records
from tests.journeys.people import PEOPLE, others_see
from tests.journeys.posts import posts
from tests.journeys.record import put, told
from tests.journeys.requests import of_requests, requests
from tests.journeys.rosters import planned, rosters
from tests.journeys.tasks import a_task, other_tasks

# Whose eyes a page is seen with: the first of these who may.
READERS = {
    "duiyuan": "officer",
    "lingdao": "leader",
    "guanli": "administrator",
    "duizhang": "captain",
    "neiqin": "clerk",
    "dangban": "office",
    "zhihui": "dispatcher",
    "suozhang": "police_chief",
    "chengguan": "liaison",
    "chengguan2": "head",
    "gongan": "public_security",
    "jiandu": "supervisor",
    "xianban": "government",
    "xinfang": "petitions",
}
NOBODY = ""
GUEST = "guest"  # holds a letter with a link and its code, and has no account
PARAMETER = re.compile(r"{(\w+)(?::\w+)?}")

# Files without a dot in their names, what only leads on, and parts of a page that only htmx asks for.
NO_PAGES = {
    "/p/{link}/letter.pdf",
    "/p/{link}/materials/{material_id}",
    "/healthz",
    "/live",
    "/assists/alarms",
    "/tasks/from",
    "/requests/from",
    "/campaigns/of",
    "/ledger/totals",
    "/notices/{notice_id}",
    "/matters/choices",
    "/ledger/exports/{export_id}",
    "/ledger/exports/{export_id}/progress",
    "/ledger/{patrol_id}/paper",
    "/ledger/{patrol_id}/photos/{photo_id}",
    "/letters/{letter_id}/pages/{number}",
    "/letters/{letter_id}/scan",
    "/calendars/{feed}",
    "/equipment/at/{label}",
}

Named = dict[str, list[str]]


async def addresses(officer: Page, administrator: Page, captain: Page) -> dict[str, list[str]]:
    """By reader, every address to open; `officer`, `administrator` and `captain` are signed in."""
    named = (
        await records(officer)
        | await papers(officer)
        | await people(administrator)
        | await limits(officer, administrator)
        | await incidents(officer)
        | await campaigns(captain)
        | await requests(captain)
        | await list_records(officer, captain)
        | await emergencies(officer)
        | await rosters(captain, officer)
        | await posts(captain)
    )
    link, code = await fresh(officer)
    named["link"] = [link.rpartition("/")[2]]
    by_reader: dict[str, list[str]] = defaultdict(list, {GUEST: [f"{link}#{code}"]})
    for route, handler in pages():
        by_reader[reader(handler)] += filled(route, named)
    by_reader["duiyuan"].append("/patrols/00000000-0000-4000-8000-000000000000")
    by_reader["duiyuan"] += [
        "/matters/ask?q=占道摆摊",
        "/matters/ask?q=外星人",
        "/matters?q=河里",
        "/matters?day=2020-01-01",
    ]
    by_reader["duizhang"] += await planned(captain, named)
    by_reader["duizhang"] += ["/matters", "/matters/upkeep"]
    by_reader["duizhang"] += [f"/matters/{each}" for each in named["matter_id"]]
    by_reader["chengguan"] += ["/matters", "/matters/upkeep", f"/matters/{named['matter_id'][0]}?number=2"]
    by_reader["chengguan"] += ["/letters", "/letters/numbers"]
    by_reader["chengguan"] += ["/handoffs", *(f"/handoffs/{each}" for each in named["handoff_id"][1:])]
    by_reader["zhenzhang"] += [
        "/",
        await waits_for_signature(officer),
        *(f"/handoffs/{each}" for each in await handed_over(officer, "submitted")),
    ]
    by_reader["dangban"] += ["/letters", "/letters?state=void"]
    by_reader["guanli"].append("/letters/texts?kind=return_notice")
    ended = await ended_incidents(officer)
    by_reader["duiyuan"] += [*ended, f"/incidents/new?kind=assist&origin={named['assist_id'][1]}"]
    by_reader["xianban"] += ["/incidents", *ended, *(f"/incidents/{each}" for each in named["incident_id"])]
    by_reader["duizhang"] += await captains_emergencies(captain, named["assist_id"][1])
    by_reader["duizhang"] += ["/tasks", "/tasks/new", *await other_tasks(officer)]
    for username, address in (*of_campaigns(named), *of_requests(named)):
        by_reader[username].append(address)
    by_reader["zhihui"] += ["/checkins", *(f"/checkins/{each}" for each in named["checkin_id"])]
    by_reader["zhihui"].append("/duty/now")
    others_see(by_reader)
    by_reader["yingji"] += ["/", "/hazards", *await told_to(officer, "yjj")]
    return by_reader


def pages() -> list[tuple[str, BaseRouteHandler]]:
    """Routes that answer a page, parameters without their types."""
    found = [(PARAMETER.sub(r"{\1}", path.removeprefix("GET ")), handler) for path, handler in handlers() if path.startswith("GET ")]  # fmt: skip
    return [
        (path, handler)
        for path, handler in found
        if not path.startswith("/api/") and path not in NO_PAGES and "." not in path.rpartition("/")[2]
    ]


def reader(handler: BaseRouteHandler) -> str:
    [act] = acts(handler)
    if act == "public":
        return NOBODY
    return next(username for username, role in READERS.items() if role in ACTIONS[act])


def filled(route: str, named: Named) -> list[str]:
    """The address once for every sample of the record it names, or those told for it; a finding's patrol is its own."""
    if route in named:
        return named[route]
    if "{finding_id}" in route:
        return [route.format(patrol_id=pair[:36], finding_id=pair[37:]) for pair in named["finding_id"]]
    names = PARAMETER.findall(route)
    assert set(names) <= set(named), f"{route}: give records() one of each {names}"
    return [
        route.format(**dict(zip(names, ids, strict=True)))
        for ids in product(*(named[name] for name in names))
    ]


async def records(officer: Page) -> Named:
    """A patrol in every state, findings open and filed, a photo."""
    filed = next(
        each for each in (await told(officer, "/patrols?state=filed"))["items"] if each["photo_count"]
    )
    running, ended, planned = str(uuid4()), str(uuid4()), str(uuid4())
    at = now()
    began, over, later = [(at + timedelta(minutes=span)).isoformat() for span in (-50, -10, 90)]
    for patrol, times in (
        (running, {"started_at": began}),
        (ended, {"started_at": began, "ended_at": over}),
        (planned, {"planned_from": later}),
    ):
        body = {"kind": "joint", "title": "集镇联合巡查", "crew": ["duiyuan", "duiyuan2", "minjing"]}
        await put(officer, f"/patrols/{patrol}", body | times)
    noted = str(uuid4())
    await put(officer, f"/patrols/{running}/findings/{noted}", put_finding() | {"found_at": over})
    found = (await told(officer, f"/patrols/{filed['id']}/findings"))["items"]
    return {
        "patrol_id": [filed["id"], running, ended, planned],
        "finding_id": [f"{filed['id']} {found[0]['id']}", f"{running} {noted}"],
        "photo_id": [await a_photo(officer, filed["id"], found)],
        "task_id": [await a_task(officer)],
        "hazard_id": [await a_hazard(officer, state) for state in ("told", "arrived", "refused")],
        "place_id": [(await told(officer, "/places"))["items"][0]["id"]],
        "handoff_id": await handed_over(officer, "returned_for_changes", "sent", "accepted"),
        "assist_id": await calls(officer),
        **PEOPLE,
    }


async def handed_over(officer: Page, *states: str) -> list[str]:
    """One of the demo's cases in each of these states."""
    found = [(await told(officer, f"/handoffs?state={state}"))["items"] for state in states]
    return [str(each[0]["id"]) for each in found]


async def calls(officer: Page) -> list[str]:
    """One that is open and nobody has taken, one of the demo's that ended, a drill."""
    waiting = str(uuid4())
    place = {"lat": 24.1734, "lon": 102.4045, "accuracy_m": 8, "source": "gps"}
    await put(
        officer, f"/assists/{waiting}", {"severity": "emergency", "reason": "围堵阻碍", "position": place}
    )
    ended = (await told(officer, "/assists?state=ended&exercise=false"))["items"][0]["id"]
    drill = (await told(officer, "/assists?state=ended&exercise=true"))["items"][0]["id"]
    return [waiting, ended, drill]


async def a_hazard(officer: Page, state: str) -> str:
    """One of the demo's dangers in that state."""
    found = (await told(officer, f"/hazards?state={state}"))["items"]
    return str(found[0]["id"])


async def told_to(officer: Page, code: str) -> list[str]:
    """The pages of what one body was told, as its own people see them."""
    found = (await told(officer, "/hazards"))["items"]
    return [f"/hazards/{each['id']}" for each in found if each["to_unit"]["code"] == code]


async def a_photo(officer: Page, patrol: str, found: list[dict[str, Any]]) -> str:
    for finding in found:
        await officer.goto(f"/patrols/{patrol}/findings/{finding['id']}")
        links = officer.locator('a[href^="/photos/"]')
        if await links.count():
            return str(await links.first.get_attribute("href")).rpartition("/")[2]
    raise AssertionError(f"no photo on {patrol}")


async def people(administrator: Page) -> Named:
    """An officer with a certificate, and their unit."""
    await administrator.goto(f"/officers/{officer_id('duiyuan')}")
    certificate = await administrator.locator('a[href^="/certificates/"]').first.get_attribute("href")
    return {
        "officer_id": [str(officer_id("duiyuan"))],
        "unit_id": [str(unit_id("sfz-zfd"))],
        "certificate_id": [str(certificate).split("/")[2]],
    }
