"""Every way out, against a real far end: what it sends, and what it makes of each answer."""

import json
from base64 import urlsafe_b64encode
from dataclasses import dataclass

import http_ece
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from backend.foundation.notify.channels import Undelivered, send
from backend.foundation.notify.channels.sms import signature
from backend.foundation.notify.rules.outside import Message
from tests.rig.clock import Clock
from tests.rig.endpoints import MailServer, Service

pytestmark = pytest.mark.usefixtures("deployed")
TOLD = Message("您有一件待办", "https://liandong.example/notices/1", "tag", urgent=False)
GROUPS = {
    "wecom": ("wecombot://693a91f6-7c4b", "/cgi-bin/webhook/send?key=693a91f6-7c4b"),
    "dingtalk": ("dingtalk://ab12ab12ab12", "/robot/send?access_token=ab12ab12ab12"),
    "feishu": ("feishu://ab-12-cd-34", "/open-apis/bot/v2/hook/ab-12-cd-34/"),
}


@pytest.mark.parametrize("kind", GROUPS)
async def test_a_group_gets_the_words_and_the_link_and_nothing_else(kind: str, far_end: Service) -> None:
    far_end.answer = (200, b'{"errcode": 0}' if kind != "feishu" else b'{"code": 0, "msg": "success"}')
    address, path = GROUPS[kind]
    await send(kind, address, TOLD)
    (heard,) = far_end.heard
    assert heard.path == path
    said = json.dumps(heard.json, ensure_ascii=False)
    assert f"{TOLD.text}\\n{TOLD.link}" in said


@pytest.mark.parametrize("kind", GROUPS)
@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ((200, b'{"errcode": 93000, "errmsg": "invalid webhook url"}'), "93000"),
        ((200, b"<html>login</html>"), "读不懂"),
        ((200, b"[1]"), "读不懂"),
        ((503, b"{}"), "503"),
    ],
)
async def test_a_no_in_a_groups_answer_is_a_no(
    kind: str, answer: tuple[int, bytes], words: str, far_end: Service
) -> None:
    far_end.answer = answer
    with pytest.raises(Undelivered, match=words) as fault:
        await send(kind, GROUPS[kind][0], TOLD)
    assert not fault.value.for_good


async def test_a_relay_that_hangs_up_is_no_delivery(far_end: Service) -> None:
    far_end.away = True
    with pytest.raises(Undelivered):
        await send("wecom", GROUPS["wecom"][0], TOLD)


async def test_a_scheme_that_is_not_on_the_list_is_never_asked(far_end: Service) -> None:
    with pytest.raises(Undelivered) as fault:
        await send("wecom", "wecom://693a91f6-7c4b", TOLD)
    assert fault.value.gone
    assert far_end.heard == []


async def test_mail_goes_to_one_box_by_the_offices_server(post_office: MailServer) -> None:
    await send("email", "zfd@shifan.example", TOLD)
    (mail,) = post_office.taken
    assert "zfd@shifan.example" in mail


async def test_a_mail_server_that_takes_nothing_is_told(post_office: MailServer) -> None:
    post_office.refusing = True
    with pytest.raises(Undelivered, match="没有收下"):
        await send("email", "zfd@shifan.example", TOLD)


async def test_a_short_message_is_signed_over_its_time_and_body(far_end: Service, clock: Clock) -> None:
    clock.at("2026-11-20T12:00:00+08:00")
    await send("sms", "13900000000", TOLD)
    (heard,) = far_end.heard
    assert heard.json == {"to": "13900000000", "text": TOLD.text, "link": TOLD.link}
    stamp = heard.headers["liandong-timestamp"]
    assert stamp == str(int(clock.read().timestamp()))
    assert heard.headers["liandong-signature"] == signature("key", stamp, heard.body)


@pytest.mark.parametrize("answer", [(500, b""), (302, b""), (404, b"")])
async def test_a_gateway_that_says_no_is_told(answer: tuple[int, bytes], far_end: Service) -> None:
    far_end.answer = answer
    with pytest.raises(Undelivered, match=str(answer[0])):
        await send("sms", "13900000000", TOLD)


@dataclass
class Browser:
    """The receiving half of a subscription."""

    key: ec.EllipticCurvePrivateKey
    secret: bytes

    def subscription(self, endpoint: str) -> str:
        point = self.key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        keys = {"p256dh": _text(point), "auth": _text(self.secret)}
        return json.dumps({"endpoint": endpoint, "keys": keys})

    def read(self, body: bytes) -> dict[str, object]:
        plain = http_ece.decrypt(body, private_key=self.key, auth_secret=self.secret, version="aes128gcm")
        read: dict[str, object] = json.loads(plain)
        return read


def _text(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode()


@pytest.fixture
def browser() -> Browser:
    return Browser(ec.generate_private_key(ec.SECP256R1()), b"0123456789abcdef")


async def test_a_push_can_be_read_by_the_browser_it_was_made_for(far_end: Service, browser: Browser) -> None:
    far_end.answer = (201, b"")
    await send("push", browser.subscription(f"{far_end.address}/push/1"), TOLD)
    (heard,) = far_end.heard
    assert browser.read(heard.body) == {"text": TOLD.text, "link": TOLD.link, "tag": "tag", "urgent": False}
    assert heard.headers["authorization"].startswith("vapid t=")
    assert heard.headers["urgency"] == "normal"


@pytest.mark.parametrize(("status", "gone"), [(404, True), (410, True), (429, False), (500, False)])
async def test_a_browser_that_took_its_leave_is_told_from_a_service_that_is_busy(
    status: int, gone: bool, far_end: Service, browser: Browser
) -> None:
    far_end.answer = (status, b"")
    with pytest.raises(Undelivered) as fault:
        await send("push", browser.subscription(f"{far_end.address}/push/1"), TOLD)
    assert fault.value.gone is gone
