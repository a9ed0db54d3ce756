"""Starting both sides on the same county: the product as it runs for an office, and its limit."""

import pickle
from typing import Any

from tests.bench.house import HOUSE
from tests.bench.replay import Replay
from tests.rig.server import Server, Servers

# Not `test`: a server under test reads its clock from a file.
AS_IN_AN_OFFICE: dict[str, Any] = {"LIANDONG_ENV": "demo", "LIANDONG_CLOCK_FILE": ""}


def served(servers: Servers, name: str) -> Server:
    """The product on a copy of the house's database."""
    return servers.prepare(name, database=HOUSE, **AS_IN_AN_OFFICE).start()


def raw_server(servers: Servers, **replays: Replay) -> Server:
    """The limit on another copy, with the statements it repeats."""
    server = servers.prepare("limit", database=HOUSE, **AS_IN_AN_OFFICE)
    server.program = ("tests.bench.raw.app",)
    for name, replay in replays.items():
        (server.data / f"{name}.pickle").write_bytes(pickle.dumps(replay))
    return server.start()
