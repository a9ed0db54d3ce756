"""`liandong verify` names the first thing that was altered."""

import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.console.altering import alter, first
from tests.rig.server import Server, Servers

HEADS_WITHIN_S = 60
TAKEN_IN = "FROM handoff_materials WHERE photo IS NULL AND content_at IS NOT NULL ORDER BY id LIMIT 1"


@pytest.fixture
def house(servers: Servers) -> Server:
    """A copy of the demo, not served."""
    return servers.with_demo(f"verify-{len(servers.running)}")


def test_an_untouched_house_is_confirmed_with_its_counts(house: Server) -> None:
    done = house.liandong("verify")
    assert done.returncode == 0, done.stderr
    counts, verdict = done.stdout.splitlines()
    assert verdict == "nothing was altered"
    assert int(counts.split(" events")[0]) > 500
    assert int(counts.split(", ")[-3].split(" photos")[0]) > 50


async def test_what_was_altered_in_the_database_is_named(house: Server) -> None:
    await alter(
        house, "DELETE FROM events WHERE seq = 7 AND chain IN (SELECT chain FROM events WHERE seq = 8)"
    )
    done = house.liandong("verify")
    assert done.returncode == 1
    assert "seq 7 is missing" in done.stderr
    assert len(done.stderr.splitlines()) == 1


async def test_a_material_whose_bytes_are_gone_is_named(house: Server) -> None:
    digest = await first(house, f"SELECT sha256 {TAKEN_IN}")
    (house.data / "blobs" / digest[:2] / digest).unlink()
    done = house.liandong("verify")
    assert done.returncode == 1
    assert f"material {await first(house, f'SELECT id {TAKEN_IN}')}".replace("-", "") in done.stderr.replace(
        "-", ""
    )
    assert "its bytes are missing" in done.stderr


async def test_a_material_that_was_given_another_digest_is_named(house: Server) -> None:
    await alter(
        house, f"UPDATE handoff_materials SET sha256 = '{'0' * 64}' WHERE id = (SELECT id {TAKEN_IN})"
    )
    done = house.liandong("verify")
    assert done.returncode == 1
    assert "its row names another SHA-256 than the journal" in done.stderr


def rewrite(file: Path) -> None:
    """One byte other than before."""
    file.chmod(0o644)
    body = bytearray(file.read_bytes())
    body[len(body) // 2] ^= 1
    file.write_bytes(bytes(body))


def is_paper(file: Path) -> bool:
    return file.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("change", "said"), [(rewrite, "bytes were altered"), (Path.unlink, "bytes are missing")]
)
def test_what_was_altered_on_disk_is_named(house: Server, change: Callable[[Path], None], said: str) -> None:
    photos = (path for path in (house.data / "blobs").rglob("*") if path.is_file() and not is_paper(path))
    original = sorted(photos)[3]
    change(original)
    done = house.liandong("verify")
    assert done.returncode == 1
    assert said in done.stderr
    assert original.name in done.stderr


def first_head(house: Server) -> Path:
    """The first of the heads that serving leaves outside the database."""
    house.start()
    until = time.monotonic() + HEADS_WITHIN_S
    while not (found := sorted((house.data / "heads").rglob("*.json"))) and time.monotonic() < until:
        time.sleep(0.05)
    house.kill()
    return found[0]


async def test_a_chain_cut_short_is_caught_by_the_heads_kept_outside(house: Server) -> None:
    head = first_head(house)
    chain = json.loads(head.read_text())["chain"]
    await alter(house, f"DELETE FROM receipts WHERE chain = '{chain}'")
    await alter(house, f"DELETE FROM payloads WHERE id IN (SELECT id FROM events WHERE chain = '{chain}')")
    await alter(house, f"DELETE FROM events WHERE chain = '{chain}'")
    await alter(house, f"DELETE FROM chains WHERE id = '{chain}'")
    done = house.liandong("verify")
    assert done.returncode == 1
    assert f"kept head of chain {chain}" in done.stderr


def test_a_head_that_was_touched_is_named_and_not_tripped_over(house: Server) -> None:
    head = first_head(house)
    signed = head.read_text()
    forged = json.dumps(json.loads(signed) | {"seq": 1})
    for touched, said in ((forged, "its signature does not hold"), (signed[:40], "it cannot be read")):
        head.write_text(touched)
        done = house.liandong("verify")
        assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
        assert said in done.stderr
