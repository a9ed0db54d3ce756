"""E-mail through the office's own mail server, by apprise."""

from urllib.parse import quote

from backend.foundation.notify.channels.threads import beside
from backend.foundation.notify.channels.undelivered import Undelivered
from backend.foundation.notify.rules.outside import Message
from backend.settings import settings

TIMEOUT_S = 10


async def send_mail(address: str, message: Message) -> None:
    """`address` is one mailbox; raises Undelivered."""
    if not settings().mail_url:
        raise Undelivered("没有配置发信服务器（LIANDONG_MAIL）", for_good=True)
    await beside(_send, address, message)


def _send(address: str, message: Message) -> None:
    try:
        import apprise
    except ImportError:
        raise Undelivered("本机没有安装 apprise，邮件不能发", for_good=True) from None
    url = settings().mail_url
    asked = (
        f"{url}{'&' if '?' in url else '?'}to={quote(address)}&format=text&rto={TIMEOUT_S}&cto={TIMEOUT_S}"
    )
    plugin = apprise.Apprise.instantiate(asked)
    if plugin is None:
        raise Undelivered("发信服务器的配置不对（LIANDONG_MAIL）", for_good=True)
    if not plugin.notify(title=message.text, body=f"{message.text}\n{message.link}"):
        raise Undelivered("发信服务器没有收下")
