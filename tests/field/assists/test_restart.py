"""The power fails while nobody has answered: the next start makes up for what fell due, once, dated at the limit."""

import time
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import httpx
import pytest

from tests.field.assists.calls import call_body
from tests.rig.patience import PATIENCE_S
from tests.rig.server import Server, Servers


@pytest.fixture
def street(servers: Servers) -> Server:
    """A server with the demo's people, on a clock of its own."""
    prepared = servers.with_demo("power-cut")
    prepared.clock.at(datetime.fromisoformat("2026-11-27T12:00:00+08:00"))
    return prepared.start()


def escalations(officer: httpx.Client, assist: str, *, wanted: int) -> list[dict[str, Any]]:
    """Once there are as many as that."""
    until = time.monotonic() + PATIENCE_S
    while len(found := officer.get(f"/assists/{assist}").json()["escalations"]) < wanted:
        assert time.monotonic() < until, found
    return list(found)


def test_what_fell_due_while_no_server_ran_is_made_up_for_once(street: Server) -> None:
    token = street.liandong("token", "create", "--user", "duiyuan").stdout.strip().splitlines()[-1]
    headers, assist = {"Authorization": f"Bearer {token}"}, str(uuid4())
    with httpx.Client(base_url=f"{street.url}/api/v1", headers=headers, timeout=PATIENCE_S) as officer:
        raised = officer.put(f"/assists/{assist}", json=call_body())
        assert raised.status_code == httpx.codes.CREATED, raised.text
        street.kill()
        street.clock.later(minutes=3, seconds=30)
        street.start()
        made_up = escalations(officer, assist, wanted=2)
        street.clock.later(seconds=30)
        every = escalations(officer, assist, wanted=3)
    noon = datetime.fromisoformat(raised.json()["received_at"])
    dated = [(each["step"], datetime.fromisoformat(each["at"]) - noon) for each in every]
    assert made_up == every[:2]
    assert dated == [
        ("station", timedelta(seconds=60)),
        ("leaders", timedelta(seconds=180)),
        ("departure", timedelta(seconds=240)),
    ]
    street.kill()
