"""The product as it really runs: `liandong serve` in its own process with its own folder, database and clock."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from fcntl import LOCK_EX, flock
from pathlib import Path

import httpx
import pytest

from tests.rig.clock import Clock
from tests.rig.copies import copy_database
from tests.rig.ports import free_port, is_free
from tests.rig.stage import ROOT, Stage, environment

STARTING_S = 60
ANSWERING_S = 10
DEMO = "demo"
SHARED = "SHARED_HOMES"  # names the folder in which the processes of one run of the suite share what they copy from


@dataclass
class Server:
    """A running server. `kill()` is the power cut; it is also how tests end one, for an open live stream would hold it."""

    url: str
    data: Path
    environ: dict[str, str]
    program: tuple[str, ...] = ("backend", "serve")
    process: "subprocess.Popen[bytes] | None" = None

    @property
    def clock(self) -> Clock:
        return Clock(self.data / "clock")

    @property
    def log(self) -> Path:
        return self.data / "serve.log"

    def start(self, *arguments: str) -> "Server":
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", *self.program, *arguments],
                cwd=ROOT, env={**os.environ, **self.environ}, stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip
        self._wait_until_ready()
        return self

    def kill(self) -> None:
        """End the whole process group at once: the web worker and the process that draws renditions."""
        if self.process and self.process.poll() is None:
            os.killpg(self.process.pid, 9)
            self.process.wait()
            self._wait_until_gone()

    def liandong(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        """Run the console command on this server's folder and database."""
        return liandong(*arguments, environ=self.environ)

    def run(self, module: str) -> "subprocess.CompletedProcess[str]":
        """Run a module of ours on this server's folder and database."""
        return ran(module, environ=self.environ)

    def _wait_until_gone(self) -> None:
        """The worker, too, which is nobody's child by now, so that another can start in its place."""
        until = time.monotonic() + STARTING_S
        while not is_free(int(self.environ["PORT"])):
            assert time.monotonic() < until, "a killed server still holds its port"
            time.sleep(0.01)

    def _wait_until_ready(self) -> None:
        until = time.monotonic() + STARTING_S
        while not answers(self.url):
            ended = self.process is not None and self.process.poll() is not None
            if ended or time.monotonic() > until:
                self.kill()
                raise RuntimeError(
                    f"the server did not start:\n{self.log.read_text(errors='replace')[-4000:]}"
                )
            time.sleep(0.05)


def answers(url: str) -> bool:
    try:
        # Whether its certificate is to be trusted is another question.
        return httpx.get(f"{url}/healthz", timeout=ANSWERING_S, verify=False).status_code == httpx.codes.OK
    except httpx.TransportError:
        return False


def liandong(*arguments: str, environ: dict[str, str]) -> "subprocess.CompletedProcess[str]":
    return ran("backend", *arguments, environ=environ)


def ran(module: str, *arguments: str, environ: dict[str, str]) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", module, *arguments]
    return subprocess.run(
        command, cwd=ROOT, env={**os.environ, **environ}, capture_output=True, text=True, check=False
    )


@dataclass
class Servers:
    """Starts servers and ends every one of them."""

    set_up: Stage
    running: list[Server] = field(default_factory=list)
    demo: Path | None = None  # the data folder to copy from; its database is called as it is

    def prepare(
        self, name: str, *, database: str = "template", home: Path | None = None, **environ: str
    ) -> Server:
        """A server that is not started yet, on a copy of `database` and of the data folder `home`."""
        data = self.set_up.folder / "servers" / name
        if home:
            shutil.copytree(home, data, ignore=shutil.ignore_patterns(f"{database}.sqlite3*"))
        else:
            data.mkdir(parents=True)
        copy_database(self.set_up, database, name, source_in=home, into=data)
        port = free_port()
        own = environment(self.set_up, data=data, database=name) | {"PORT": str(port)} | environ
        server = Server(f"http://127.0.0.1:{port}", data, own)
        self.running.append(server)
        return server

    def with_demo(self, name: str, **environ: str) -> Server:
        """As `prepare`, with the demo in it: it is loaded and developed once per run, everybody else copies."""
        if self.demo is None:
            self.demo = self._loaded() if self.set_up.cluster else self._shared()
        return self.prepare(name, database=DEMO, home=self.demo, **environ)

    def _shared(self) -> Path:
        """Files only: whichever process of the suite comes first makes it for all of them."""
        if SHARED not in os.environ:
            return self._loaded()
        folder = Path(os.environ[SHARED])
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / "lock").open("wb") as lock:
            flock(lock, LOCK_EX)
            if not (folder / DEMO).exists():
                shutil.move(self._loaded(), folder / DEMO)
        return folder / DEMO

    def _loaded(self) -> Path:
        made = self.prepare(DEMO)
        for done in (made.liandong("demo"), made.run("tests.rig.developing")):
            assert done.returncode == 0, done.stderr
        return made.data

    def end(self) -> None:
        for server in self.running:
            server.kill()


@pytest.fixture(scope="session")
def servers(template: Stage) -> Iterator[Servers]:
    started = Servers(template)
    yield started
    started.end()


@pytest.fixture
def server(servers: Servers, request: pytest.FixtureRequest) -> Iterator[Server]:
    """A server of this test's own, on an empty migrated database."""
    own = servers.prepare(f"{request.node.name[:40]}-{len(servers.running)}").start()
    yield own
    own.kill()


@pytest.fixture(scope="session")
def demo_server(servers: Servers) -> Server:
    """One server with the demo in it for all journeys that only add to it."""
    return servers.with_demo("journeys").start()
