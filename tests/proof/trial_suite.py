"""Every case of every test that touches the database holds on this engine.

Only in `make proof`: `make test` shows PostgreSQL the first and the last case of each.
"""

import asyncio
import sys
from asyncio.subprocess import PIPE, STDOUT
from xml.etree import ElementTree as ET

from tests.rig.counted import results
from tests.rig.server import Servers
from tests.rig.stage import ROOT, stage

PIECES: tuple[dict[str, str], ...] = (
    {"rooms": "tests/house tests/api"},
    {"rooms": "tests/field tests/desk"},
    {"rooms": "tests/casework tests/office"},
    {"rooms": "tests --ignore=tests/house --ignore=tests/api --ignore=tests/field --ignore=tests/desk "
              "--ignore=tests/casework --ignore=tests/office --ignore=tests/journeys --ignore=tests/proof"},
)  # fmt: skip


async def run(servers: Servers, rooms: str) -> dict[str, int]:
    """In processes of their own, two at once."""
    report = results("proof") / f"suite-{stage().engine}.xml"
    command = [sys.executable, "-m", "pytest", "-q", "-m", "engine", "-n", "2", "--dist", "worksteal"]
    done = await asyncio.create_subprocess_exec(
        *command, f"--junitxml={report}", *rooms.split(), cwd=ROOT, stdout=PIPE, stderr=STDOUT
    )
    said = (await done.communicate())[0].decode()
    suite = ET.parse(report).getroot().find("testsuite")
    assert suite is not None, said
    assert done.returncode == 0, said[-4_000:]
    return {"cases": int(suite.get("tests", "0")), "failed": 0}
