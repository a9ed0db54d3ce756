"""What the tests need from the machine besides Python packages: `python -m tests.rig.machine [sqlite]`.

As root the missing Debian packages are installed by name; otherwise the one line to run is printed and the exit code is 2.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.rig.browser import SHELL, chromium_path
from tests.rig.postgres import programs


@dataclass(frozen=True)
class Need:
    """Packages that belong together and how to tell that they are there."""

    packages: tuple[str, ...]
    present: Callable[[], bool]


def _chinese_browser() -> bool:
    return chromium_path() is not None and any(Path("/usr/lib").glob("chromium*/locales/zh-CN.pak"))


def _chinese_fonts() -> bool:
    found = subprocess.run(["fc-list", ":lang=zh-cn", "family"], capture_output=True, text=True, check=False)
    return bool(found.stdout.strip())


NEEDS = (
    Need(("chromium", "chromium-l10n"), lambda: bool(os.environ.get("CHROME_PATH")) or _chinese_browser()),
    Need(("fontconfig", "fonts-noto-cjk"), lambda: shutil.which("fc-list") is not None and _chinese_fonts()),
    Need(("libheif-examples",), lambda: shutil.which("heif-enc") is not None),
    Need(("poppler-utils",), lambda: shutil.which("pdftotext") is not None),
    Need(("libreoffice-calc-nogui", "libreoffice-writer-nogui"), lambda: shutil.which("soffice") is not None),
)
# Makes the tests quicker and is not in every distribution: what cannot be had of these is done without.
WISHED = (Need((SHELL,), lambda: bool(os.environ.get("CHROME_PATH")) or shutil.which(SHELL) is not None),)
IMPATIENT = ("-o", "Acquire::Retries=0", "-o", "Acquire::http::Timeout=5", "-o", "Acquire::https::Timeout=5")
SERVER = Need(("postgresql",), lambda: programs() is not None and shutil.which("psql") is not None)


def missing(engine: str) -> list[str]:
    return lacking(NEEDS if engine == "sqlite" else (*NEEDS, SERVER))


def lacking(needs: tuple[Need, ...]) -> list[str]:
    return [package for need in needs if not need.present() for package in need.packages]


def install(packages: list[str], *options: str) -> bool:
    """Install by name from the distribution; whether apt was content."""
    print(f"Installing for the tests: {' '.join(packages)} …", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return all(
        subprocess.run(
            ["apt-get", "-qq", *options, *step], env=quiet, stdout=subprocess.DEVNULL, check=False
        ).returncode
        == 0
        for step in (["update"], ["install", "--yes", "--no-install-recommends", *packages])
    )


def main(engine: str = "") -> int:
    may_install = os.geteuid() == 0 and shutil.which("apt-get") is not None
    if may_install and (wished := lacking(WISHED)):
        install(wished, *IMPATIENT)
    packages = missing(engine)
    if not packages or (may_install and install(packages) and not missing(engine)):
        return 0
    print(
        f"The tests need programs this machine lacks. Run: sudo apt-get install --yes {' '.join(packages)}",
        file=sys.stderr,
    )
    return 2


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
