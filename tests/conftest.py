"""The stage is set before the first import of the product: it reads its environment once."""

import gc
from collections import defaultdict
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.rig.evidence import FAILED
from tests.rig.stage import stage

stage()

# What a folder's tests share asserts too: told with both sides, on a machine nobody can look at.
pytest.register_assert_rewrite(
    *(
        f"tests.{folder.name}"
        for folder in Path(__file__).parent.iterdir()
        if folder.is_dir() and folder.name != "rig"
    )
)

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


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--ends", action="store_true", help="of a test with many cases only the first and the last"
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Sort tests into the three parts by what they ask for, so that nobody has to remember a marker."""
    for item in items:
        if JOURNEYS in item.path.parents:
            item.add_marker("journey")
        elif "template" in getattr(item, "fixturenames", ()) and not item.get_closest_marker("either"):
            item.add_marker("engine")
    if config.getoption("--ends"):
        ends = ends_of(items)
        config.hook.pytest_deselected(items=[item for item in items if item not in ends])
        items[:] = [item for item in items if item in ends]


def ends_of(items: list[pytest.Item]) -> set[pytest.Item]:
    """The first and the last case of every test, and all of one whose cases are tests of their own (`apart`)."""
    cases = defaultdict(list)
    for item in items:
        cases[item.nodeid if item.get_closest_marker("apart") else item.nodeid.partition("[")[0]].append(item)
    return {end for each in cases.values() for end in (each[0], each[-1])}


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
