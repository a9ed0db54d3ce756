"""The whole suite: `python -m tests [sqlite]`. The gate and the parts side by side, then one summary.

One process is one engine. Pure tests run once, browser journeys in full on SQLite and the main one on PostgreSQL. Every case of a
test runs on SQLite, the first and the last on PostgreSQL; all of them there: `make proof TRIAL=suite`.
The counts of the last run are left in var/test/summary.txt.
"""

import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from tests.rig.server import SHARED
from tests.rig.stage import ROOT

RESULTS = ROOT / "var" / "test"
LONGEST_S = 25 * 60
NOTHING_COLLECTED = 5
LOOKING_S = 0.2
# More than there are cores: some part always waits for a browser, a disk or a lease.
PLACES = max(2, os.cpu_count() or 2) + 3
# What several parts copy from is made once (rig/server.py).
HOMES = RESULTS / "homes"
# Compiled once for the servers, commands and pytest processes of all parts, whatever the machine says of bytecode.
BYTECODE = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(RESULTS / "bytecode")}


@dataclass(frozen=True)
class Part:
    """One command on one engine; without a selection it is the gate. Several `workers` share its tests one by one."""

    name: str
    engine: str
    selection: tuple[str, ...] = ()
    workers: int = 1

    @property
    def command(self) -> list[str]:
        if not self.selection:
            return ["-m", "tests.check"]
        shared = ["-n", str(self.workers), "--dist", "worksteal"] if self.workers > 1 else []
        report = [f"--junitxml={RESULTS / self.name}.xml", "-o", f"junit_suite_name={self.name}"]
        return ["-m", "pytest", "-q", "-m", *self.selection, *shared, *report]


# In the order in which they are begun, as places come free: what is long is shared by two, what is short runs beside it.
PARTS = (
    Part("check", "sqlite"),
    Part("main-journey", "postgresql", ("journey and main", "tests/journeys")),
    Part("journeys", "sqlite", ("journey", "tests/journeys"), workers=2),
    Part("static", "sqlite", ("not engine and not journey", "tests/static")),
    Part("postgresql", "postgresql", ("engine and not journey", "--ends"), workers=2),
    Part("pure", "sqlite", ("not engine and not journey", "--ignore=tests/static")),
    Part("sqlite", "sqlite", ("engine and not journey",), workers=2),
)


@dataclass
class Outcome:
    """What one part or all of them came to."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0

    def __add__(self, other: "Outcome") -> "Outcome":
        return Outcome(self.passed + other.passed, self.failed + other.failed, self.skipped + other.skipped)


@dataclass
class Running:
    """A part that was begun; what it says goes into its log."""

    part: Part
    begun: float = field(default_factory=time.monotonic)

    def __post_init__(self) -> None:
        environ = {**os.environ, **BYTECODE, SHARED: str(HOMES), "ENGINE": self.part.engine}
        with (RESULTS / f"{self.part.name}.log").open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, *self.part.command], cwd=ROOT, env=environ, stdout=log, stderr=log
            )

    @property
    def took(self) -> float:
        return time.monotonic() - self.begun

    def ended(self) -> bool:
        """A part that hangs is ended."""
        if self.took > LONGEST_S:
            self.process.kill()
            self.process.wait()
        return self.process.poll() is not None

    def outcome(self) -> Outcome:
        """Show its words; one that hung or died counts as one failure."""
        said = (RESULTS / f"{self.part.name}.log").read_text(errors="replace").strip()
        print(f"\n── {self.part.name} on {self.part.engine} ({self.took:.0f} s)\n{said}", flush=True)
        outcome = counted(self.part)
        if self.process.returncode not in (0, NOTHING_COLLECTED) and not outcome.failed:
            outcome.failed = 1
        return outcome


def counted(part: Part) -> Outcome:
    report = RESULTS / f"{part.name}.xml"
    if not report.exists():
        return Outcome()
    suite = ET.parse(report).getroot().find("testsuite")
    assert suite is not None
    total, failures, errors, skipped = (
        int(suite.get(name, "0")) for name in ("tests", "failures", "errors", "skipped")
    )
    return Outcome(total - failures - errors - skipped, failures + errors, skipped)


def run(parts: list[Part]) -> Outcome:
    """Begin every part as soon as there is place for it, and wait for all of them."""
    waiting, running, total = list(parts), list[Running](), Outcome()
    while waiting or running:
        for part in list(waiting):
            if sum(each.part.workers for each in running) + part.workers <= PLACES:
                waiting.remove(part)
                running.append(Running(part))
        time.sleep(LOOKING_S)
        for each in [each for each in running if each.ended()]:
            running.remove(each)
            total += each.outcome()
    return total


def main(engine: str = "") -> int:
    RESULTS.mkdir(parents=True, exist_ok=True)
    for leftover in RESULTS.glob("*.xml"):
        leftover.unlink()
    shutil.rmtree(HOMES, ignore_errors=True)
    begun = time.monotonic()
    total = run([part for part in PARTS if engine in ("", part.engine) or not part.selection])
    shutil.rmtree(HOMES, ignore_errors=True)
    print(f"\n{'─' * 60}\n{time.monotonic() - begun:.0f} s, {total.skipped} skipped")
    if engine:
        print(f"Only {engine}: the other engine was not tried.")
    summary = f"{total.passed} passed, {total.failed} failed"
    (RESULTS / "summary.txt").write_text(f"{summary}\n")
    print(summary, flush=True)
    return 1 if total.failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
