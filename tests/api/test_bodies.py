"""Every field of every body, broken in every way its description rules out: refused by name, no row changed."""

import pytest
from _pytest.subtests import Subtests

from backend.foundation.database import execute
from tests.api.calls import CALLS, Call
from tests.api.faults import faults, limits
from tests.api.footprint import footprint
from tests.api.refusing import problem
from tests.api.targets import set_up
from tests.field.street import Street


@pytest.mark.parametrize("call", CALLS, ids=str)
async def test_a_field_that_is_wrong_is_named_and_nothing_is_kept(
    street: Street, call: Call, subtests: Subtests
) -> None:
    targets = await set_up(street)
    before = await footprint()
    for fault in faults(call.struct):
        with subtests.test(str(fault)):
            answer = await call.send(street, targets, fault.made_to(call.body()))
            assert problem(answer) in ("invalid", "unknown_field")
            assert any(name.startswith(str(fault.path[0])) for name in answer.json()["fields"]), answer.text
    assert await footprint() == before


@pytest.mark.parametrize("call", CALLS, ids=str)
async def test_what_just_fits_is_never_refused_for_its_size(
    street: Street, call: Call, subtests: Subtests
) -> None:
    targets = await set_up(street)
    for largest in limits(call.struct):
        with subtests.test(str(largest)):
            await execute("SAVEPOINT as_it_was")
            answer = await call.send(street, targets, largest.made_to(call.body()))
            await execute("ROLLBACK TO SAVEPOINT as_it_was")
            assert answer.status_code < 500, answer.text
            told = answer.json()
            refused = told.get("fields", {}) if told.get("code") == "invalid" else {}
            assert largest.path[0] not in refused, answer.text


def test_there_are_several_hundred_of_them() -> None:
    assert sum(1 for call in CALLS for _ in faults(call.struct)) > 500
