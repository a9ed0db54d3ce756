"""A port is given to one server only, also before it listens there."""

import random
import socket

import pytest

from tests.rig.ports import free_port


def test_what_was_given_or_is_listened_on_is_not_given_again(monkeypatch: pytest.MonkeyPatch) -> None:
    given, draw = free_port(), random.randrange
    with socket.create_server(("127.0.0.1", 0)) as listening:
        taken = [given, listening.getsockname()[1]]
        left = list(taken)
        monkeypatch.setattr(random, "randrange", lambda *span: left.pop() if left else draw(*span))
        assert free_port() not in taken
    assert not left
