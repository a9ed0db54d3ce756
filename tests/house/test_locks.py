"""What is installed is exactly what was locked, wherever it is fetched from."""

import re
import tomllib
from pathlib import Path

import pytest

from tests.rig.stage import ROOT

LOCKS = ("requirements.lock", "requirements-test.lock")
PIN = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)", re.MULTILINE)
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


def entries(lock: str) -> list[str]:
    """Each pinned package with its hashes, comments left out."""
    lines = [line for line in Path(ROOT, lock).read_text().splitlines() if not line.lstrip().startswith("#")]
    return "\n".join(lines).replace("\\\n", " ").strip().splitlines()


@pytest.mark.parametrize("lock", LOCKS)
def test_every_line_is_a_pin_with_hashes(lock: str) -> None:
    assert [entry for entry in entries(lock) if not PIN.match(entry) or not HASH.search(entry)] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_no_host_is_named(lock: str) -> None:
    assert "://" not in Path(ROOT, lock).read_text()


def test_tests_run_on_the_versions_that_are_served() -> None:
    served, tested = (dict(PIN.findall(Path(ROOT, lock).read_text())) for lock in LOCKS)
    assert {name: tested.get(name) for name in served} == served


def test_every_declared_dependency_is_locked() -> None:
    project = tomllib.loads(Path(ROOT, "pyproject.toml").read_text())["project"]
    declared = {re.split(r"[\[<>=~!;]", line)[0].lower() for line in project["dependencies"]}
    assert declared <= {name.lower() for name, _ in PIN.findall(Path(ROOT, "requirements.lock").read_text())}
