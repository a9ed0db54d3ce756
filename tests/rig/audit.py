"""Known vulnerabilities in what the locks pin: `python -m tests.rig.audit`.

Some package mirrors serve no advisories. That is no fault of the tree, so it passes, but it is said aloud.
"""

import json
import subprocess
import sys
from pathlib import Path

from tests.rig.stage import ROOT

COMMAND = ("--disable-pip", "--require-hashes", "--progress-spinner=off", "--format=json", "-r")


def main() -> int:
    pip_audit = Path(sys.executable).with_name("pip-audit")
    done = subprocess.run(
        [pip_audit, *COMMAND, ROOT / "requirements-test.lock"], capture_output=True, text=True, check=False
    )
    if not done.stdout.strip():
        print(f"not audited: {done.stderr.strip().splitlines()[-1:]}")
        return 0
    packages = json.loads(done.stdout)["dependencies"]
    audited = [package for package in packages if "skip_reason" not in package]
    broken = [
        f"{package['name']} {package['version']}: {hole['id']}"
        for package in audited
        for hole in package["vulns"]
    ]
    print("\n".join(broken) or _told(len(audited), len(packages)))
    return 1 if broken else 0


def _told(audited: int, pinned: int) -> str:
    if not audited:
        return f"not audited: the index in use serves no advisories for the {pinned} pinned packages"
    return f"{audited} of {pinned} pinned packages audited, none with a known hole"


if __name__ == "__main__":
    sys.exit(main())
