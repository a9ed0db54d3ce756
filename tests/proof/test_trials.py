"""Every counted trial with its small counts; `make proof` runs the same code in full."""

import pytest

from tests.rig.counted import module, names
from tests.rig.server import Servers
from tests.rig.stage import stage


def has_small_counts(name: str) -> bool:
    trial = module("proof", "trial_", name)
    return hasattr(trial, "SMALL") and getattr(trial, "SMALL_ON", stage().engine) == stage().engine


WITH_SMALL_COUNTS = [name for name in names("proof", "trial_") if has_small_counts(name)]


@pytest.mark.apart
@pytest.mark.parametrize("name", WITH_SMALL_COUNTS)
async def test_the_trial_holds_at_small_counts(name: str, servers: Servers) -> None:
    trial = module("proof", "trial_", name)
    counted = await trial.run(servers, **trial.SMALL)
    assert counted
