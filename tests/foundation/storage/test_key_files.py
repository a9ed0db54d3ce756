"""Secrets the server makes once."""

import threading
from pathlib import Path
from secrets import token_bytes

import pytest

from backend.foundation.storage import key_files


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "keys" / "a.key"


def test_it_is_made_at_the_first_asking_and_read_ever_after(place: Path) -> None:
    made = key_files._made_once(place, lambda: token_bytes(32))
    assert place.read_bytes() == made
    assert key_files._made_once(place, lambda: b"another") == made


def test_nobody_else_reads_it(place: Path) -> None:
    key_files._made_once(place, lambda: b"secret")
    assert place.stat().st_mode & 0o777 == 0o600
    assert place.parent.stat().st_mode & 0o777 == 0o700
    assert list(place.parent.iterdir()) == [place]


def test_two_asking_at_once_hold_the_same(place: Path) -> None:
    both, held = threading.Barrier(2), list[bytes]()

    def make() -> bytes:
        both.wait()
        return token_bytes(32)

    def ask() -> None:
        held.append(key_files._made_once(place, make))

    askers = [threading.Thread(target=ask) for _ in range(2)]
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join()
    assert held == [place.read_bytes()] * 2
