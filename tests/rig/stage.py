"""Set the stage before anything of the product is imported: one process is one engine, one folder, one clock.

`ENGINE=sqlite` (default) or `ENGINE=postgresql` chooses what this process runs on; `DURABLE=1` makes that PostgreSQL wait
for the disk as an office's does (SQLite always does). The folder is removed at the end.
"""

import atexit
import os
import shutil
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.rig.postgres import Cluster

ROOT = Path(__file__).parents[2]
ENGINES = ("sqlite", "postgresql")


@dataclass(frozen=True)
class Stage:
    """Where this process keeps its database, its data folder and its clock."""

    engine: str
    folder: Path
    cluster: Cluster | None

    def url(self, name: str, folder: Path | None = None) -> str:
        """The address of the database called `name`; on SQLite a file in `folder`."""
        if self.cluster:
            return self.cluster.url(name)
        return f"sqlite:///{(folder or self.folder) / name}.sqlite3"


@cache
def stage() -> Stage:
    """Made once per process; the product's settings are read from what this leaves in the environment."""
    engine = os.environ.get("ENGINE", "sqlite")
    if engine not in ENGINES:
        raise SystemExit(f"ENGINE: {engine!r} is none of {', '.join(ENGINES)}")
    folder = Path(tempfile.mkdtemp(prefix="liandong-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    folder.chmod(0o755)  # the PostgreSQL account has to walk through it
    (folder / "data").mkdir()
    set_up = Stage(engine, folder, _cluster(folder) if engine == "postgresql" else None)
    if set_up.cluster:
        set_up.cluster.create("house")
    os.environ.update(environment(set_up))
    return set_up


def _cluster(folder: Path) -> Cluster:
    return Cluster.start(folder / "cluster", durable=os.environ.get("DURABLE") == "1")


def environment(set_up: Stage, *, data: Path | None = None, database: str = "house") -> dict[str, str]:
    """What a process of the product needs to run on this stage, with its own data folder if it asks for one."""
    home = data or set_up.folder / "data"
    return {
        "LIANDONG_ENV": "test",
        "LIANDONG_DATA": str(home),
        "LIANDONG_CLOCK_FILE": str(home / "clock"),
        "DATABASE_URL": set_up.url(database, data),
    }
