"""The ways out of the house. Each answers once the message was taken, or says why not."""

from collections.abc import Awaitable, Callable

from backend.foundation.notify.channels.bots import send_to_group
from backend.foundation.notify.channels.mail import send_mail
from backend.foundation.notify.channels.push import send_push
from backend.foundation.notify.channels.sms import send_sms
from backend.foundation.notify.channels.undelivered import Undelivered
from backend.foundation.notify.rules.outside import Message

__all__ = ["Undelivered", "send"]

_WAYS: dict[str, Callable[[str, Message], Awaitable[None]]] = {
    "wecom": send_to_group,
    "dingtalk": send_to_group,
    "feishu": send_to_group,
    "email": send_mail,
    "sms": send_sms,
    "phone": send_sms,
    "push": send_push,
}


async def send(kind: str, address: str, message: Message) -> None:
    """Send it to an address of that kind; raises Undelivered."""
    await _WAYS[kind](address, message)
