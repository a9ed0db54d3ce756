"""Where the demo may go, and where it may not."""

import os
import subprocess
import sys
import time

import httpx
import pytest

from tests.rig.patience import PATIENCE_S
from tests.rig.server import Server, Servers
from tests.rig.stage import ROOT

LOADING_S = 60


def demo_copy(servers: Servers, **environ: str) -> Server:
    return servers.with_demo(f"demo-copy-{len(servers.running)}", **{"LIANDONG_CLOCK_FILE": "", **environ})


def test_production_never_loads_or_serves_it(servers: Servers) -> None:
    there = demo_copy(servers, LIANDONG_ENV="production")
    for command, said in (
        ("serve", "holds the demo"),
        ("demo", "never holds the demo"),
        ("check", "holds the demo"),
    ):
        done = there.liandong(command)
        assert done.returncode == 1
        assert said in done.stderr


def test_production_serves_an_empty_database_without_it(servers: Servers) -> None:
    server = servers.prepare("production", LIANDONG_ENV="production", LIANDONG_CLOCK_FILE="").start("--demo")
    assert server.liandong("token", "create", "--user", "duiyuan").returncode == 1
    server.kill()


def test_it_is_announced_with_its_sign_ins(servers: Servers) -> None:
    done = demo_copy(servers, LIANDONG_ENV="demo").liandong("demo")
    assert done.returncode == 0
    assert "liandong-demo" in done.stdout
    assert "duiyuan2" in done.stdout
    assert len(done.stdout.splitlines()) <= 24


def test_its_public_passwords_stay_on_this_machine(servers: Servers) -> None:
    there = demo_copy(servers, LIANDONG_ENV="demo", HOST="0.0.0.0")
    refused = there.liandong("serve", "--demo")
    assert refused.returncode == 1
    assert "LIANDONG_DEMO_OPEN=1" in refused.stderr
    there.environ["LIANDONG_DEMO_OPEN"] = "1"
    there.start("--demo")
    assert httpx.get(f"{there.url}/healthz", timeout=PATIENCE_S).status_code == httpx.codes.OK
    there.kill()


def test_another_profile_warns_and_changes_nothing(servers: Servers) -> None:
    done = demo_copy(servers, LIANDONG_PROFILE="changjiang").liandong("demo")
    assert done.returncode == 0
    assert done.stderr == "LIANDONG_PROFILE=changjiang changes nothing: this database runs on eshan\n"


@pytest.mark.either
def test_a_profile_that_does_not_exist_is_refused(servers: Servers) -> None:
    done = servers.prepare("no-profile", LIANDONG_PROFILE="atlantis").liandong("demo")
    assert done.returncode == 1
    assert done.stderr.startswith("liandong demo: LIANDONG_PROFILE: 'atlantis' is none of changjiang, ")


def test_a_token_opens_what_its_owner_may_see(servers: Servers) -> None:
    server = demo_copy(servers, LIANDONG_ENV="test").start()
    made = server.liandong("token", "create", "--user", "duiyuan", "--name", "统计脚本")
    token = made.stdout.splitlines()[-1]
    headers = {"Authorization": f"Bearer {token}"}
    session = httpx.get(f"{server.url}/api/v1/session", headers=headers, timeout=PATIENCE_S).json()
    assert (session["username"], session["unit"]) == ("duiyuan", "sfz-zfd")
    assert server.liandong("token", "create", "--user", "nobody").stderr == (
        "liandong token create: nobody has the username 'nobody'\n"
    )
    server.kill()


def test_a_power_cut_while_it_loads_leaves_nothing_and_the_next_start_loads_all(servers: Servers) -> None:
    there = servers.prepare("cut", LIANDONG_ENV="demo", LIANDONG_CLOCK_FILE="")
    loading = subprocess.Popen(
        [sys.executable, "-m", "backend", "demo"], cwd=ROOT, env={**os.environ, **there.environ}
    )
    blobs = there.data / "blobs"
    until = time.monotonic() + LOADING_S
    while not any(blobs.rglob("*")) and time.monotonic() < until:
        time.sleep(0.01)
    loading.kill()
    loading.wait()
    assert there.liandong("token", "create", "--user", "duiyuan").returncode == 1
    assert there.liandong("demo").returncode == 0
    assert there.liandong("verify").returncode == 0
