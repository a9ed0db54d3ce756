"""The files of the house: what git tracks or would track, without vendored ones."""

import subprocess
from functools import cache
from pathlib import Path

from tests.rig.stage import ROOT


@cache
def tracked() -> tuple[Path, ...]:
    """Every file git knows or would add, by its path from the root; deleted ones left out."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    return tuple(
        path for name in sorted(set(listed.split("\0")) - {""}) if (ROOT / (path := Path(name))).is_file()
    )


def ours(*suffixes: str) -> list[Path]:
    """Files with one of these endings that we wrote ourselves."""
    return [path for path in tracked() if path.suffix in suffixes and "vendor" not in path.parts]


def text(path: Path) -> str:
    return (ROOT / path).read_text(encoding="utf-8")
