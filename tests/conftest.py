"""The stage is set before the first import of the product: it reads its environment once."""

import gc
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.rig.evidence import FAILED
from tests.rig.stage import stage

stage()

pytest_plugins = [
    "tests.rig.clock",
    "tests.rig.samples",
    "tests.rig.database",
    "tests.rig.cast",
    "tests.rig.server",
    "tests.rig.browser",
    "tests.rig.workbench",
    "tests.rig.press",
]

settings.register_profile("suite", deadline=None, derandomize=True)
settings.load_profile("suite")

JOURNEYS = Path(__file__).parent / "journeys"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Sort tests into the three parts by what they ask for, so that nobody has to remember a marker."""
    for item in items:
        if JOURNEYS in item.path.parents:
            item.add_marker("journey")
        elif "template" in getattr(item, "fixturenames", ()) and not item.get_closest_marker("either"):
            item.add_marker("engine")


def pytest_collection_finish() -> None:
    """Thousands of tests stay in memory to the end: looking through them for garbage again and again took a tenth of a run."""
    gc.freeze()
    gc.set_threshold(100_000, 50, 1_000)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Leave a note for fixtures that keep evidence of a failure."""
    report = yield
    if report.when == "call":
        item.stash[FAILED] = report.failed
    return report
