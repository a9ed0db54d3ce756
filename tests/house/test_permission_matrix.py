"""Every route, every role, own and other township: what permissions.toml says is what the house answers."""

import json
import re
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any
from uuid import uuid4

import httpx
import pytest

from backend.foundation.database.piccolo_conf import DB
from backend.foundation.database.transactions import hold_back
from backend.foundation.people.permissions import ROLES
from backend.foundation.web.request import FOR_PROGRAMS
from tests.field.street import NOON
from tests.house.matrix import Answer, Line, lines, public
from tests.house.samples import PLAYERS, Names, Samples, gather
from tests.house.test_routes import handlers
from tests.rig.cast import PROFILE, settle
from tests.rig.clock import Clock
from tests.rig.database import put_back
from tests.rig.stage import Stage

PARAMETER = re.compile(r"{(\w+)(?::\w+)?}")
LINES = lines()
SERVED = {PARAMETER.sub(r"{\1}", route) for route, _ in handlers()}


@pytest.fixture(scope="module")
async def samples(open_house: Stage, password_hash: str) -> AsyncIterator[Samples]:
    """Everybody and a record of everything, at noon; every question is asked in a transaction that is rolled back."""
    clock = Clock(open_house.folder / "data" / "clock")
    clock.at(NOON)
    await settle(PROFILE, password_hash)
    async with AsyncExitStack() as clients:
        yield await gather(clients)
    clock.run()
    await put_back(open_house)


def test_every_route_has_its_line_in_the_table() -> None:
    unsaid = SERVED - set(LINES) - public()
    assert not unsaid, (
        "say in tests/house/permissions.toml who may: "
        + ", ".join(f'"{route}" = {{ may = ["…"] }}' for route in sorted(unsaid))
        + "; a new {parameter} needs its samples in tests/house/samples.py"
    )


def test_the_table_speaks_of_nothing_that_is_not_there() -> None:
    assert set(LINES) | public() <= SERVED


def test_every_role_is_played_by_somebody() -> None:
    assert set(PLAYERS) == set(ROLES)


@pytest.mark.parametrize("route", sorted(LINES))
async def test_each_role_is_answered_as_the_table_says(samples: Samples, route: str) -> None:
    line = LINES[route]
    wrong = {}
    for role in ROLES:
        expected = line.expected(role)
        status = await _ask(samples.browsers[role], route, line, samples.own[role])
        if _meaning(status) is not expected:
            wrong[role] = f"{expected.value} expected, {status} answered"
    assert not wrong


@pytest.mark.parametrize("route", [route for route in sorted(LINES) if "{" in route])
async def test_nobody_sees_or_changes_what_is_the_neighbours(samples: Samples, route: str) -> None:
    line = LINES[route]
    wrong = {}
    for role in ROLES:
        expected = line.stranger if role in line.may else 403
        status = await _ask(samples.browsers[role], route, line, samples.own[role] | samples.strange)
        theirs = role in line.may & line.serves and _meaning(status) is Answer.YES
        if status != expected and not theirs:
            wrong[role] = f"{expected} expected, {status} answered"
    assert not wrong


@pytest.mark.parametrize("route", sorted(LINES))
async def test_nobody_unknown_is_let_in(samples: Samples, route: str) -> None:
    nobody = await samples.cast.nobody()
    status = await _ask(nobody, route, LINES[route], samples.own["officer"])
    assert status == (401 if route.split(" ")[1].startswith(FOR_PROGRAMS) else 303)


@pytest.mark.parametrize("route", sorted(public()))
async def test_what_is_open_to_everybody_is_open_to_nobody_known(samples: Samples, route: str) -> None:
    nobody = await samples.cast.nobody()
    method, path = route.split(" ")
    async with _undone():
        answer = await nobody.request(
            method, _filled(path, samples.own["officer"]), json={} if "/api/" in route else None
        )
    assert answer.status_code not in (403, 404)
    assert answer.status_code < 500


async def _ask(client: httpx.AsyncClient, route: str, line: Line, names: Names) -> int:
    method, path = route.split(" ")
    names = names | {name: str(uuid4()) for name in line.new}
    async with _undone():
        answer = await client.request(
            method,
            _filled(path, names),
            json=_filled(line.json, names),
            data=_filled(line.form, names),
            headers={"Idempotency-Key": str(uuid4())},
        )
    # No press runs beside these tests: 503 says that somebody was let in and waits for a paper.
    assert answer.status_code < 500 or answer.status_code == 503, f"{route} failed; the log says why"
    return answer.status_code


@asynccontextmanager
async def _undone() -> AsyncIterator[None]:
    async with DB.transaction() as outermost:
        hold_back()
        yield
        await outermost.rollback()  # type: ignore[no-untyped-call]


def _filled(told: Any, names: Names) -> Any:
    """`told` with every {name} replaced by its sample; whatever else stands in braces stays."""
    if told is None:
        return None
    text = json.dumps(told)
    for name, sample in names.items():
        text = text.replace(f"{{{name}}}", sample)
    return json.loads(text)


def _meaning(status: int) -> Answer:
    return {403: Answer.REFUSED, 404: Answer.HIDDEN}.get(status, Answer.YES)
