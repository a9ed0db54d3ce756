"""Addresses: ids that are none, methods a place does not take, questions that make no sense, other people's records."""

from uuid import uuid4

import pytest
from _pytest.subtests import Subtests

from tests.api.calls import CALLS
from tests.api.footprint import footprint
from tests.api.refusing import problem
from tests.api.targets import set_up
from tests.field.street import Street

IDS = (
    "7",
    "not-a-uuid",
    "00000000-0000-0000-0000-00000000000g",
    "%00",
    "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
    "..%5c..",
    "%ff%fe",
    "'%20OR%201=1--",
    "{}",
    "集镇",
    "x" * 4000,
    "00000000000000000000000000000000.pdf",
)
PLACES = (
    "/patrols/{}",
    "/patrols/{}/findings",
    "/patrols/{}/track",
    "/photos/{}",
    "/photos/{}/content",
    "/places/{}",
)
METHODS = ("GET", "PUT", "PATCH", "POST", "DELETE")

QUESTIONS: dict[str, dict[str, str]] = {
    "/patrols": {
        "limit": "0",
        "limit=-1": "-1",
        "limit=201": "201",
        "limit=x": "x",
        "limit=1.5": "1.5",
        "limit=9e9": "99999999999999999999",
        "cursor": "broken",
        "cursor=%00": "\0",
        "cursor=集镇": "集镇",
        "cursor=====": "====",
        "cursor=empty": "IA",
        # 2026-11-20T04:00:00 without an offset, and a real id
        "cursor=naive": "MjAyNi0xMS0yMFQwNDowMDowMCAwMDAwMDAwMC0wMDAwLTQwMDAtODAwMC0wMDAwMDAwMDAwMDA",
        # year 1 and year 9999 with offsets that leave the calendar
        "cursor=year1": "MDAwMS0wMS0wMVQwMDowMDowMCswODowMCAwMDAwMDAwMC0wMDAwLTQwMDAtODAwMC0wMDAwMDAwMDAwMDA",
        "cursor=year9999": "OTk5OS0xMi0zMVQyMzo1OTo1OS0wODowMCAwMDAwMDAwMC0wMDAwLTQwMDAtODAwMC0wMDAwMDAwMDAwMDA",
        "from": "2026-02-30",
        "from=0001": "0001-01-01",
        "until": "x",
        "kind": "walk",
        "state": "lost",
        "review": "7",
        "findings": "2",
        "q": "长" * 61,
        "q=%00": "\0",
        "place": "长" * 61,
        "officer": "长" * 61,
        "unit": "长" * 61,
    },
    "/patrols/{running}/findings": {"limit": "0", "cursor": "broken"},
    "/units": {"limit": "0", "cursor": "broken", "cursor=%00": "\0"},
    "/findings/similar": {
        "lat": "91",
        "lat=NaN": "nan",
        "lon=inf": "inf",
        "lat=1e999": "1e999",
        "lat=x": "x",
        "own": "7",
        "category": "长" * 41,
        "category=%00": "\0",
    },
    "/photos/{photo}/content": {"variant": "huge", "variant=%00": "\0"},
}
NEAR = {"category": "占道经营", "lat": "24.1633", "lon": "102.3904"}


async def test_what_is_no_id_names_no_record(street: Street, subtests: Subtests) -> None:
    await set_up(street)
    before = await footprint()
    for place in PLACES:
        for name in IDS:
            for method in METHODS:
                with subtests.test(f"{method} {place.format(name[:30])}"):
                    answer = await street.ask("duiyuan", method, place.format(name), {})
                    assert problem(answer) in ("not_found", "method_not_allowed", "invalid", "bad_request")
    assert await footprint() == before


@pytest.mark.parametrize("path", ["none", "none/x", "openapi.yaml", "patrol", "%00", "集镇"])
async def test_what_is_no_call_of_ours_is_told_as_a_problem(street: Street, path: str) -> None:
    assert problem(await street.get("duiyuan", f"/{path}")) == "not_found"


async def test_a_method_a_place_does_not_take(street: Street, subtests: Subtests) -> None:
    targets = await set_up(street)
    before = await footprint()
    for call in CALLS:
        for method in ("DELETE", "TRACE", "PROPFIND", "GETX"):
            with subtests.test(f"{method} {call.path}"):
                path = call.path.format(**targets, new=uuid4())
                if (method, call.path) == ("DELETE", "/patrols/{running}/findings/{new}"):
                    assert problem(await street.ask(call.who, method, path)) == "not_found"
                elif (method, call.path) != ("DELETE", "/patrols/{running}/findings/{finding}"):
                    assert problem(await street.ask(call.who, method, path)) == "method_not_allowed"
    assert await footprint() == before


@pytest.mark.parametrize("path", QUESTIONS)
async def test_a_question_that_makes_no_sense(street: Street, path: str, subtests: Subtests) -> None:
    targets = await set_up(street)
    client = street.clients["duiyuan"]
    address = "/api/v1" + path.format(**targets)
    for name, value in QUESTIONS[path].items():
        with subtests.test(name):
            asked = (NEAR if path == "/findings/similar" else {}) | {name.partition("=")[0]: value}
            assert problem(await client.get(address, params=asked)) in ("invalid", "bad_request")


async def test_a_question_nobody_knows_is_left_alone(street: Street) -> None:
    await set_up(street)
    for path in ("/patrols", "/units", "/places"):
        answer = await street.get("duiyuan", f"{path}?colour=red&colour=blue&=&%ff=%fe")
        assert answer.status_code == 200, answer.text


async def test_records_of_another_township_are_not_there(street: Street, subtests: Subtests) -> None:
    targets = await set_up(street)
    before = await footprint()
    own = {"duiyuan", "minjing", "duizhang", "lingdao"}
    for call in CALLS:
        if "{new}" in call.path and "{running}" not in call.path:
            continue  # a new record of their own is theirs to make
        with subtests.test(str(call)):
            assert call.who in own
            path = call.path.format(**targets, new=uuid4())
            answer = await street.ask("linzhen", call.method, path, call.body(), key=uuid4())
            assert problem(answer) in ("not_found", "not_allowed")
    assert await footprint() == before


async def test_an_id_of_another_township_is_taken_but_says_nothing(street: Street) -> None:
    targets = await set_up(street)
    before = await footprint()
    for call in CALLS[:1]:
        answer = await street.ask("duiyuan", "PUT", f"/patrols/{targets['theirs']}", call.body())
        assert problem(answer) == "conflict"
        assert "linzhen" not in answer.text
    assert await footprint() == before


async def test_an_administrator_reads_and_writes_no_record(street: Street, subtests: Subtests) -> None:
    targets = await set_up(street)
    before = await footprint()
    for call in CALLS:
        if "/places" in call.path:
            continue  # key places are set up, not recorded
        with subtests.test(str(call)):
            path = call.path.format(**targets, new=uuid4())
            assert problem(await street.ask("guanli", call.method, path, call.body())) == "not_allowed"
    assert await footprint() == before
