"""A PostgreSQL cluster of our own: free port, temporary folder, an unprivileged account, gone with the process."""

import atexit
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.rig.ports import free_port

ACCOUNT = "postgres"
STARTING_S = 60

# Tests are thrown away, so nothing waits for the disk; what a crash would lose is tried with the server's own settings.
QUICK = ("fsync=off", "full_page_writes=off")
SETTINGS = (
    "max_connections=80",
    "shared_buffers=64MB",
    "listen_addresses=127.0.0.1",
)
# Every table but the record of migrations, triggers and foreign keys apart; whoever is still connected is cut off.
EMPTIED = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid();
SET session_replication_role = replica;
DO $$
DECLARE
    name text;
BEGIN
    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migration' LOOP
        EXECUTE format('DELETE FROM %I', name);
    END LOOP;
END
$$;
"""


def programs() -> Path | None:
    """The newest server's program folder; the client tools alone are not enough."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    on_path = shutil.which("initdb")
    if on_path:
        found.insert(0, Path(on_path).resolve())
    return found[-1].parent if found else None


@dataclass
class Cluster:
    """A running server; `url(name)` is the address of one of its databases."""

    port: int
    process: "subprocess.Popen[bytes]"

    @classmethod
    def start(cls, folder: Path, *, durable: bool = False) -> "Cluster":
        folder.mkdir()
        if os.geteuid() == 0:
            shutil.chown(folder, ACCOUNT, ACCOUNT)
        bin_folder = programs()
        if bin_folder is None:
            raise SystemExit(
                "no PostgreSQL server on this machine: apt-get install postgresql, or ENGINE=sqlite"
            )
        _run_as_account([bin_folder / "initdb", "-D", folder / "data", "-A", "trust", "-U", "liandong",
                         "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"])  # fmt: skip
        port = free_port()
        settings = (
            *SETTINGS,
            *(() if durable else QUICK),
            f"port={port}",
            f"unix_socket_directories={folder}",
        )
        options = [piece for setting in settings for piece in ("-c", setting)]
        server: list[str | Path] = [bin_folder / "postgres", "-D", folder / "data", *options]
        with (folder.parent / "postgres.log").open("wb") as log:
            process = subprocess.Popen(_as_account(server), stdout=log, stderr=log)
        cluster = cls(port, process)
        atexit.register(cluster.stop)
        cluster.wait_until_ready(bin_folder)
        return cluster

    def url(self, database: str) -> str:
        return f"postgresql://liandong@127.0.0.1:{self.port}/{database}"

    def wait_until_ready(self, bin_folder: Path) -> None:
        ready: list[str | Path] = [bin_folder / "pg_isready", "-q", "-h", "127.0.0.1", "-p", str(self.port)]
        until = time.monotonic() + STARTING_S
        while subprocess.run(ready, check=False).returncode:
            if time.monotonic() > until or self.process.poll() is not None:
                raise SystemExit("PostgreSQL did not start; see postgres.log in the stage's folder")
            time.sleep(0.05)

    def create(self, database: str, template: str = "template1") -> None:
        """A new database, in place of one of that name: connections to the old one are cut."""
        self.sql(f'DROP DATABASE IF EXISTS "{database}" WITH (FORCE)')
        self.sql(f'CREATE DATABASE "{database}" TEMPLATE "{template}"')

    def empty(self, database: str) -> None:
        """Take every row out: a tenth of what a new database costs."""
        self.sql(EMPTIED, database)

    def sql(self, statement: str, database: str = "postgres") -> None:
        command = ["psql", "-q", "-v", "ON_ERROR_STOP=1", "-d", self.url(database), "-c", statement]
        subprocess.run(
            command,
            check=True,
            stdout=subprocess.DEVNULL,
            env={**os.environ, "PGOPTIONS": "-c client_min_messages=error"},
        )

    def stop(self) -> None:
        """Immediate shutdown: QUIT reaches the server's children too, where KILL would leave them behind."""
        self.process.send_signal(signal.SIGQUIT)
        self.process.wait()


def _as_account(command: Sequence[str | Path]) -> list[str]:
    """The server refuses to run as root, and must not outlive the tests even when they are killed."""
    identity = ["--reuid", ACCOUNT, "--regid", ACCOUNT, "--init-groups"] if os.geteuid() == 0 else []
    return ["setpriv", *identity, "--pdeathsig", "QUIT", *map(str, command)]


def _run_as_account(command: Sequence[str | Path]) -> None:
    done = subprocess.run(_as_account(command), capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{Path(command[0]).name} failed: {done.stderr.strip()}")
