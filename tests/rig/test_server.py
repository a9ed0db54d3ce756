"""The server of a test is the real one: its own clock, and it survives a power cut."""

import httpx

from tests.rig.patience import PATIENCE_S
from tests.rig.server import Server


def test_it_reads_the_clock_it_is_given(server: Server) -> None:
    server.clock.at("2026-01-02T03:04:05+08:00")
    assert (
        httpx.get(f"{server.url}/healthz", timeout=PATIENCE_S).json()["time"] == "2026-01-01T19:04:05+00:00"
    )


def test_it_starts_again_after_a_power_cut(server: Server) -> None:
    server.kill()
    server.start()
    assert httpx.get(f"{server.url}/login", timeout=PATIENCE_S).status_code == httpx.codes.OK


def test_the_console_command_works_on_its_database(server: Server) -> None:
    done = server.liandong("migrate")
    assert (done.returncode, done.stderr) == (0, "")
