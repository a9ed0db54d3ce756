"""Where notices go in these tests: services of our own on this machine, named by the deployment's settings."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from backend import settings as deployment
from tests.rig.endpoints import MailServer, Service, mail_server, service
from tests.rig.patience import PATIENCE_S


@pytest.fixture
async def far_end() -> AsyncIterator[Service]:
    """Stands for every HTTP service."""
    async with service() as given:
        yield given


@pytest.fixture
async def post_office() -> AsyncIterator[MailServer]:
    async with mail_server() as given:
        yield given


@pytest.fixture
def deployed(far_end: Service, post_office: MailServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """A deployment whose gateways are the far end and the post office."""
    given = replace(
        deployment.settings(),
        address="https://liandong.example",
        bots_url=far_end.address,
        sms_url=f"{far_end.address}/sms",
        sms_key="key",
        mail_url=f"mailto://127.0.0.1:{post_office.port}?from=liandong@shifan.example&smtp=127.0.0.1&mode=insecure",
        push_hosts=("127.0.0.1",),
    )
    for module in ("queue", "channels.bots", "channels.mail", "channels.sms", "channels.push"):
        monkeypatch.setattr(f"backend.foundation.notify.{module}.settings", lambda: given)
    for channel in ("bots", "mail", "sms", "push"):
        # What a test holds up stays so for longer than the test waits for what is not to be held up by it.
        monkeypatch.setattr(f"backend.foundation.notify.channels.{channel}.TIMEOUT_S", 2 * PATIENCE_S)
