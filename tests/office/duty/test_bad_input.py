"""Every field of every body a roster takes, broken in every way its description rules out: refused by name, no row changed."""

from typing import Any
from uuid import uuid4

import msgspec
import pytest
from _pytest.subtests import Subtests

from backend.office.duty.commands import adding, editing, making, standing_in, swapping, wishing
from backend.office.duty.commands.drafting import Drafting
from tests.api.faults import faults
from tests.api.footprint import footprint
from tests.api.refusing import problem
from tests.office.duty.desk import Desk

CALLS: dict[str, tuple[str, str, type[msgspec.Struct], dict[str, Any]]] = {
    "PUT /rosters/{new}": ("zhihui", "PUT", making.MonthBody, {"month": "2027-01"}),
    "POST /rosters/{roster}/draft": ("zhihui", "POST", Drafting, {"solver": False}),
    "PUT /shifts/{new}": ("zhihui", "PUT", adding.ShiftBody, {"roster": "{roster}", "post": "{post}", "on_day": "2026-12-05"}),
    "POST /shifts/{shift}/assignments": ("zhihui", "POST", editing.Assigning, {"officer": "duiyuan2", "slot": 0}),
    "POST /shifts/{shift}/releases": ("zhihui", "POST", editing.Releasing, {"officer": "duiyuan"}),
    "POST /shifts/{shift}/substitution": ("zhihui", "POST", editing.Substituting, {"officer": "duiyuan", "by": "duiyuan2"}),
    "POST /shifts/{shift}/cancellation": ("zhihui", "POST", editing.Cancelling, {"note": "停市"}),
    "POST /shifts/{shift}/sickness": ("duiyuan", "POST", standing_in.CallingIn, {"note": "发烧"}),
    "POST /shifts/{shift}/taking": ("duiyuan2", "POST", standing_in.Taking, {"slot": 0}),
    "PUT /swaps/{new}": ("duiyuan", "PUT", swapping.SwapBody, {"shift": "{shift}", "officer": "duiyuan2"}),
    "POST /duty/wishes": ("duiyuan", "POST", wishing.Wishing, {"month": "2026-12", "off": ["2026-12-24"], "on": []}),
}  # fmt: skip


@pytest.mark.parametrize("call", CALLS)
async def test_a_field_that_is_wrong_is_named_and_nothing_is_kept(
    desk: Desk, call: str, subtests: Subtests
) -> None:
    who, method, struct, body = CALLS[call]
    [shift, *_] = await desk.published((1, "duiyuan"))
    roster = (await desk.street.get("zhihui", f"/shifts/{shift}")).json()["roster"]
    await desk.street.get(who, "/session")
    named = {"shift": shift, "roster": roster, "post": str(uuid4())}
    sound = {name: value.format(**named) if isinstance(value, str) else value for name, value in body.items()}
    before = await footprint()
    for fault in faults(struct):
        with subtests.test(str(fault)):
            path = call.split(" ")[1].format(**named, new=uuid4())
            answer = await desk.street.ask(who, method, path, fault.made_to(dict(sound)), key=uuid4())
            assert problem(answer) in ("invalid", "unknown_field")
            assert any(name.startswith(str(fault.path[0])) for name in answer.json()["fields"]), answer.text
    assert await footprint() == before


@pytest.mark.parametrize(
    "question",
    [
        "/rosters?limit=0",
        "/rosters?cursor=broken",
        "/swaps?limit=201",
        "/swaps?cursor=broken",
        "/shifts?since=x",
        "/shifts?since=2026-12-01T00:00:00&until=2026-12-02T00:00:00",
        "/shifts?since=2026-12-02T00:00:00%2B08:00&until=2026-12-01T00:00:00%2B08:00",
        "/shifts?since=2026-12-01T00:00:00%2B08:00&until=2027-12-01T00:00:00%2B08:00",
    ],
)
async def test_a_question_that_makes_no_sense_is_refused(desk: Desk, question: str) -> None:
    assert problem(await desk.street.get("duiyuan", question)) == "invalid"


@pytest.mark.parametrize("path", ["/duty?day=9999-99-99", "/duty?day=x", "/duty/wishes?month=2026-13"])
async def test_an_address_that_names_no_day_is_refused_in_words(desk: Desk, path: str) -> None:
    assert (await desk.street.page("duiyuan", path)).status_code == 400


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
async def test_the_ends_of_the_calendar_are_no_error(desk: Desk, day: str) -> None:
    assert (await desk.street.page("duiyuan", f"/duty?day={day}")).status_code == 200
