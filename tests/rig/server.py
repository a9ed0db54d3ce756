"""The product as it really runs: `liandong serve` in its own process with its own folder, database and clock."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest

from tests.rig.clock import Clock
from tests.rig.copies import copy_database
from tests.rig.postgres import free_port
from tests.rig.stage import ROOT, Stage, environment

STARTING_S = 30


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

    def liandong(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        """Run the console command on this server's folder and database."""
        return liandong(*arguments, environ=self.environ)

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
        return httpx.get(f"{url}/healthz", timeout=2, verify=False).status_code == httpx.codes.OK
    except httpx.TransportError:
        return False


def liandong(*arguments: str, environ: dict[str, str]) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "backend", *arguments]
    return subprocess.run(
        command, cwd=ROOT, env={**os.environ, **environ}, capture_output=True, text=True, check=False
    )


@dataclass(frozen=True)
class DemoHome:
    """A data folder and a database with the demo in them, to copy from."""

    folder: Path
    database: str


@dataclass
class Servers:
    """Starts servers and ends every one of them."""

    set_up: Stage
    running: list[Server] = field(default_factory=list)
    demo: DemoHome | None = None

    def prepare(
        self, name: str, *, database: str = "template", home: Path | None = None, **environ: str
    ) -> Server:
        """A server that is not started yet, on a copy of `database` and of the data folder `home`."""
        data = self.set_up.folder / "servers" / name
        shutil.copytree(home, data) if home else data.mkdir(parents=True)
        copy_database(self.set_up, database, name, into=data)
        port = free_port()
        own = environment(self.set_up, data=data, database=name) | {"PORT": str(port)} | environ
        server = Server(f"http://127.0.0.1:{port}", data, own)
        self.running.append(server)
        return server

    def with_demo(self, name: str, **environ: str) -> Server:
        """As `prepare`, with the demo in it: `liandong demo` loads it once per run, everybody else copies."""
        if self.demo is None:
            self.demo = self._loaded()
        return self.prepare(name, database=self.demo.database, home=self.demo.folder, **environ)

    def _loaded(self) -> DemoHome:
        made = self.prepare("demo")
        done = made.liandong("demo")
        assert done.returncode == 0, done.stderr
        if not self.set_up.cluster:
            copy_database(self.set_up, "demo", "demo", source_in=made.data)
        return DemoHome(made.data, "demo")

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
