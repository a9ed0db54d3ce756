"""The whole suite: `python -m tests [sqlite]`. The gate first, then the parts, then one summary.

One process is one engine. Parts of a stage run side by side; pure tests run once, browser journeys in full on SQLite
and the main one on PostgreSQL. The counts of the last run are left in var/test/summary.txt.
"""

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from tests import check
from tests.rig.stage import ROOT

RESULTS = ROOT / "var" / "test"
LONGEST_S = 25 * 60
NOTHING_COLLECTED = 5


@dataclass(frozen=True)
class Part:
    """One pytest run. Several `workers` share its files: tests that mostly wait for a browser leave a core idle."""

    name: str
    engine: str
    marks: str
    workers: int = 1


STAGES = (
    (Part("pure", "sqlite", "not engine and not journey", workers=2),),
    (
        Part("sqlite", "sqlite", "engine and not journey"),
        Part("postgresql", "postgresql", "engine and not journey"),
    ),
    (Part("journeys", "sqlite", "journey", workers=2),),
    (Part("main-journey", "postgresql", "journey and main"),),
)


@dataclass
class Outcome:
    """What one part or all of them came to."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0

    def __add__(self, other: "Outcome") -> "Outcome":
        return Outcome(self.passed + other.passed, self.failed + other.failed, self.skipped + other.skipped)


def start(part: Part) -> "subprocess.Popen[bytes]":
    command = [
        "-m",
        "pytest",
        "-q",
        "-m",
        part.marks,
        *(["-n", str(part.workers), "--dist", "loadfile"] if part.workers > 1 else []),
        f"--junitxml={RESULTS / part.name}.xml",
        "-o",
        f"junit_suite_name={part.name}",
    ]
    with (RESULTS / f"{part.name}.log").open("wb") as log:
        environ = {**os.environ, "ENGINE": part.engine}
        return subprocess.Popen([sys.executable, *command], cwd=ROOT, env=environ, stdout=log, stderr=log)


def finish(part: Part, process: "subprocess.Popen[bytes]") -> Outcome:
    """Wait for a part and show its words; a part that hangs or dies counts as one failure."""
    begun = time.monotonic()
    try:
        code = process.wait(timeout=LONGEST_S)
    except subprocess.TimeoutExpired:
        process.kill()
        code = process.wait()
    said = (RESULTS / f"{part.name}.log").read_text(errors="replace").strip()
    print(f"\n── {part.name} on {part.engine} ({time.monotonic() - begun:.0f} s)\n{said}", flush=True)
    outcome = counted(part)
    if code not in (0, NOTHING_COLLECTED) and not outcome.failed:
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


def run_stage(parts: tuple[Part, ...]) -> Outcome:
    running = [(part, start(part)) for part in parts]
    return sum((finish(part, process) for part, process in running), Outcome())


def main(engine: str = "") -> int:
    RESULTS.mkdir(parents=True, exist_ok=True)
    for leftover in RESULTS.glob("*.xml"):
        leftover.unlink()
    begun = time.monotonic()
    faults = check.failures()
    stages = [tuple(part for part in stage if part.engine == engine or not engine) for stage in STAGES]
    total = sum((run_stage(parts) for parts in stages if parts), Outcome())
    total.failed += faults
    print(
        f"\n{'─' * 60}\n{time.monotonic() - begun:.0f} s, {total.skipped} skipped, {faults} of {len(check.STEPS)} checks against the tree"
    )
    if engine:
        print(f"Only {engine}: the other engine was not tried.")
    summary = f"{total.passed} passed, {total.failed} failed"
    (RESULTS / "summary.txt").write_text(f"{summary}\n")
    print(summary, flush=True)
    return 1 if total.failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
