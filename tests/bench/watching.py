"""What a process and its children hold in memory."""

import subprocess
from pathlib import Path


def children(pid: int) -> list[int]:
    found = subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, text=True, check=False)
    return [int(child) for child in found.stdout.split()]


def megabytes(pid: int, line: str) -> float:
    """`VmRSS` is what lies in memory now, `VmHWM` the most there ever was."""
    status = Path(f"/proc/{pid}/status").read_text()
    return next(int(each.split()[1]) for each in status.splitlines() if each.startswith(line)) / 1024
