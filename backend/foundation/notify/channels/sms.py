"""Short messages through the office's own gateway: one signed POST for each.

Body: {"to", "text", "link"}. `Liandong-Timestamp` is in seconds; `Liandong-Signature` is the HMAC-SHA256 (RFC 2104) of
"timestamp.body" under LIANDONG_SMS_KEY, hexadecimal: the gateway knows who asks, and that nobody plays it again.
"""

import hashlib
import hmac

import httpx
import msgspec

from backend.foundation.notify.channels.undelivered import Undelivered
from backend.foundation.notify.rules.outside import Message
from backend.foundation.now import now
from backend.settings import settings

TIMEOUT_S = 10


async def send_sms(address: str, message: Message) -> None:
    """`address` is a mobile number; raises Undelivered."""
    if not settings().sms_url:
        raise Undelivered("没有配置短信网关（LIANDONG_SMS）", for_good=True)
    body = msgspec.json.encode({"to": address, "text": message.text, "link": message.link})
    stamp = str(int(now().timestamp()))
    headers = {
        "Content-Type": "application/json",
        "Liandong-Timestamp": stamp,
        "Liandong-Signature": signature(settings().sms_key, stamp, body),
    }
    try:
        async with httpx.AsyncClient(timeout=TIMEOUT_S) as client:
            answer = await client.post(settings().sms_url, content=body, headers=headers)
    except httpx.HTTPError as fault:
        raise Undelivered(f"短信网关连不上（{type(fault).__name__}）") from fault
    if not answer.is_success:
        raise Undelivered(f"短信网关应答{answer.status_code}")


def signature(key: str, stamp: str, body: bytes) -> str:
    return hmac.new(key.encode(), stamp.encode() + b"." + body, hashlib.sha256).hexdigest()
