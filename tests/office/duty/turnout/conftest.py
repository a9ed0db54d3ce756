"""The market with its people, at noon."""

import pytest

from tests.field.street import NOON, Street
from tests.office.duty.turnout.at_post import Post, at_market
from tests.rig.cast import Cast
from tests.rig.clock import Clock


@pytest.fixture
async def post(clock: Clock, cast: Cast) -> Post:
    clock.at(NOON)
    return await at_market(Street(cast, clock))
