"""The gate, as a list one can read: `python -m tests.check`. Every step runs, also after one has failed."""

import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from tests.rig.stage import ROOT

BIN = Path(sys.executable).parent


@dataclass(frozen=True)
class Step:
    name: str
    command: tuple[str, ...]


STEPS = (
    Step("format", ("ruff", "format", "--check", "--quiet", "backend", "migrations", "tests")),
    Step("lint", ("ruff", "check", "--quiet", "backend", "migrations", "tests")),
    Step("types", ("mypy",)),
    Step("imports", ("lint-imports",)),
    Step("dependencies", ("python", "-m", "tests.rig.audit")),
)


def passes(step: Step) -> bool:
    """Run one step; what it says is only shown when it has something against the tree."""
    begun = time.monotonic()
    done = subprocess.run(
        [BIN / step.command[0], *step.command[1:]], cwd=ROOT, text=True, check=False,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    last_line = done.stdout.strip().splitlines()[-1:] if done.returncode == 0 else [done.stdout.strip()]
    print(
        f"  {'✓' if done.returncode == 0 else '✗'} {step.name:<13} {time.monotonic() - begun:5.1f} s  {''.join(last_line)}",
        flush=True,
    )
    return done.returncode == 0


def failures() -> int:
    print("check", flush=True)
    return sum(not passes(step) for step in STEPS)


if __name__ == "__main__":
    sys.exit(1 if failures() else 0)
