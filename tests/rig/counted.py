"""Finding counted work by file name and running each piece of it in a process of its own, within a limit of time."""

import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

from tests.rig.stage import ENGINES, ROOT

PIECE_S = 9 * 60


class OutOfReach(RuntimeError):
    """What a piece needs cannot be had on this machine; the message says why. It is said aloud and breaks nothing."""


def names(package: str, prefix: str) -> list[str]:
    """`tests/proof/trial_kills.py` is called `kills`."""
    return sorted(path.stem.removeprefix(prefix) for path in (ROOT / "tests" / package).glob(f"{prefix}*.py"))


def chosen(package: str, prefix: str, wanted: str) -> list[str]:
    """The one asked for, or all of them; an unknown name is a usage error."""
    known = names(package, prefix)
    if wanted and wanted not in known:
        raise SystemExit(f"{wanted}: no such one. There are: {', '.join(known) or 'none yet'}")
    return [wanted] if wanted else known


def module(package: str, prefix: str, name: str) -> ModuleType:
    return import_module(f"tests.{package}.{prefix}{name}")


def engines() -> tuple[str, ...]:
    """ENGINE narrows the run to one."""
    asked = os.environ.get("ENGINE")
    return (asked,) if asked else ENGINES


def run_piece(package: str, *arguments: str, engine: str) -> bool:
    """Run `python -m tests.<package>.piece …`; one that passes its nine minutes is ended and has failed."""
    command = [sys.executable, "-m", f"tests.{package}.piece", *arguments]
    try:
        return (
            subprocess.run(
                command, cwd=ROOT, env={**os.environ, "ENGINE": engine}, timeout=PIECE_S, check=False
            ).returncode
            == 0
        )
    except subprocess.TimeoutExpired:
        print(f"  ended after {PIECE_S} s", flush=True)
        return False


def results(folder: str) -> Path:
    path = ROOT / "var" / folder
    path.mkdir(parents=True, exist_ok=True)
    return path
