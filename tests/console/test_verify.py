"""`liandong verify` names the first thing that was altered."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.console.altering import alter
from tests.rig.server import DemoHome, Server, Servers

PHOTO = "(SELECT id FROM photos WHERE content_at IS NOT NULL ORDER BY id LIMIT 1)"


@pytest.fixture
def house(servers: Servers, demo_home: DemoHome) -> Server:
    """A copy of the demo, not served."""
    return servers.prepare(
        f"verify-{len(servers.running)}", database=demo_home.database, home=demo_home.folder
    )


def test_an_untouched_house_is_confirmed_with_its_counts(house: Server) -> None:
    done = house.liandong("verify")
    assert done.returncode == 0, done.stderr
    counts, verdict = done.stdout.splitlines()
    assert verdict == "nothing was altered"
    assert int(counts.split(" events")[0]) > 500
    assert int(counts.split(", ")[-1].split(" photos")[0]) > 50


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("UPDATE payloads SET body = '{\"number\": \"1\"}' WHERE id = (SELECT id FROM events WHERE kind = 'patrol.filed' ORDER BY seq LIMIT 1)", "(patrol.filed): what the event said was altered"),
        ("UPDATE events SET actor = NULL WHERE kind = 'patrol.filed'", "the link does not follow"),
        ("DELETE FROM events WHERE seq = 7", "seq 7 is missing"),
        ("UPDATE receipts SET digest = '0' WHERE id = (SELECT id FROM receipts ORDER BY id LIMIT 1)", "its signature does not hold"),
        ("UPDATE chains SET seq = seq - 1", "but its row says"),
        (f"DELETE FROM photos WHERE id = {PHOTO}", "its row is missing"),
        (f"UPDATE photos SET sha256 = 'f' WHERE id = {PHOTO}", "its row names another SHA-256"),
        (f"UPDATE photos SET content_at = NULL WHERE id = {PHOTO}", "whether its bytes were taken in"),
    ],
)  # fmt: skip
async def test_what_was_altered_in_the_database_is_named(house: Server, sql: str, said: str) -> None:
    await alter(house, sql)
    done = house.liandong("verify")
    assert done.returncode == 1
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


def rewrite(file: Path) -> None:
    """One byte other than before."""
    file.chmod(0o644)
    body = bytearray(file.read_bytes())
    body[len(body) // 2] ^= 1
    file.write_bytes(bytes(body))


@pytest.mark.parametrize(
    ("change", "said"), [(rewrite, "bytes were altered"), (Path.unlink, "bytes are missing")]
)
def test_what_was_altered_on_disk_is_named(house: Server, change: Callable[[Path], None], said: str) -> None:
    original = sorted(path for path in (house.data / "blobs").rglob("*") if path.is_file())[3]
    change(original)
    done = house.liandong("verify")
    assert done.returncode == 1
    assert said in done.stderr
    assert original.name in done.stderr


async def test_a_chain_cut_short_is_caught_by_the_heads_kept_outside(house: Server) -> None:
    house.start()
    house.kill()
    [head, *_] = sorted((house.data / "heads").rglob("*.json"))
    chain = json.loads(head.read_text())["chain"]
    await alter(house, f"DELETE FROM receipts WHERE chain = '{chain}'")
    await alter(house, f"DELETE FROM payloads WHERE id IN (SELECT id FROM events WHERE chain = '{chain}')")
    await alter(house, f"DELETE FROM events WHERE chain = '{chain}'")
    await alter(house, f"DELETE FROM chains WHERE id = '{chain}'")
    done = house.liandong("verify")
    assert done.returncode == 1
    assert f"kept head of chain {chain}" in done.stderr


def test_a_forged_head_is_named(house: Server) -> None:
    house.start()
    house.kill()
    [head, *_] = sorted((house.data / "heads").rglob("*.json"))
    head.write_text(json.dumps(json.loads(head.read_text()) | {"seq": 1}))
    done = house.liandong("verify")
    assert done.returncode == 1
    assert "kept head" in done.stderr
    assert "signature" in done.stderr
