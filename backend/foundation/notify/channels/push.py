"""Web push (RFC 8030, encrypted by RFC 8291, the sender shown by VAPID, RFC 8292), through pywebpush."""

from typing import Any

import msgspec

from backend.foundation.notify.channels.threads import beside
from backend.foundation.notify.channels.undelivered import Undelivered
from backend.foundation.notify.rules.outside import Message
from backend.foundation.notify.vapid import vapid
from backend.settings import settings

TIMEOUT_S = 10
KEPT_S = {
    True: 600,
    False: 24 * 3600,
}  # how long the service keeps it for a phone that is off; an emergency is over sooner
GONE = (404, 410)


async def send_push(address: str, message: Message) -> None:
    """`address` is the browser's subscription as JSON; raises Undelivered."""
    await beside(_send, msgspec.json.decode(address), message)


def _send(subscription: dict[str, Any], message: Message) -> None:
    try:
        from pywebpush import WebPushException, webpush
        from requests import RequestException
    except ImportError:
        raise Undelivered("本机没有安装 pywebpush，手机通知不能发", for_good=True) from None
    try:
        webpush(
            subscription,
            msgspec.json.encode(message).decode(),
            vapid_private_key=vapid(),
            vapid_claims={"sub": _contact()},
            ttl=KEPT_S[message.urgent],
            headers={"Urgency": "high" if message.urgent else "normal"},
            timeout=TIMEOUT_S,
        )
    except WebPushException as fault:
        status = fault.status_code
        if status in GONE:
            raise Undelivered("这台手机已取消通知", gone=True) from fault
        raise Undelivered(f"推送服务应答{status or '不明'}") from fault
    except RequestException as fault:
        raise Undelivered(f"推送服务连不上（{type(fault).__name__}）") from fault


def _contact() -> str:
    """Whom the push service may write to; its own address where the product has a public one."""
    address = settings().address
    return address if address.startswith("https://") else "mailto:liandong@localhost.localdomain"
