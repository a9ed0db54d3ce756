"""Group bots of WeCom, DingTalk and Feishu, through apprise.

apprise takes every HTTP 200 for a success, while these services answer 200 with a code in the body when they refuse (a key
that was withdrawn, too many messages). What they say is therefore read on the way through.
"""

import threading
from types import ModuleType
from typing import Any

from backend.foundation.notify.channels.threads import beside
from backend.foundation.notify.channels.undelivered import Undelivered
from backend.foundation.notify.rules.outside import Message
from backend.settings import settings

TIMEOUT_S = 10
_OFFICIAL = {
    "wecombot": "https://qyapi.weixin.qq.com",
    "dingtalk": "https://oapi.dingtalk.com",
    "feishu": "https://open.feishu.cn",
}
_CODES = ("errcode", "code", "StatusCode")
_heard = threading.local()


async def send_to_group(address: str, message: Message) -> None:
    """`address` as rules.addresses keeps it; raises Undelivered with what the service said."""
    await beside(_send, address, f"{message.text}\n{message.link}")


def _send(address: str, text: str) -> None:
    plugin = _plugin(address)
    _heard.words = ""
    if not plugin.notify(body=text):
        raise Undelivered(_heard.words or "群机器人没有应答")


def _plugin(address: str) -> Any:
    try:
        import apprise
        from apprise.plugins import dingtalk, feishu, wecombot
    except ImportError:
        raise Undelivered("本机没有安装 apprise，群机器人不能用", for_good=True) from None
    scheme = address.partition("://")[0]
    modules: dict[str, ModuleType] = {"wecombot": wecombot, "dingtalk": dingtalk, "feishu": feishu}
    if scheme not in modules:
        raise Undelivered(f"不认可的渠道：{scheme}", gone=True)
    if not isinstance(modules[scheme].requests, _Read):
        modules[scheme].__dict__["requests"] = _Read(modules[scheme].requests)
    plugin = apprise.Apprise.instantiate(
        f"{address}{'&' if '?' in address else '?'}rto={TIMEOUT_S}&cto={TIMEOUT_S}"
    )
    if plugin is None:
        raise Undelivered("群机器人的地址不对，请重新填写", gone=True)
    _lead(plugin, scheme)
    return plugin


def _lead(plugin: Any, scheme: str) -> None:
    """To a private deployment or the closed network's relay, where the county has one."""
    if settings().bots_url:
        for name in ("notify_url", "api_url"):
            if hasattr(plugin, name):
                setattr(plugin, name, getattr(plugin, name).replace(_OFFICIAL[scheme], settings().bots_url))


class _Read:
    """`requests` as apprise's plugins use it; an answer that says no counts as one."""

    def __init__(self, requests: Any) -> None:
        self._requests = requests

    def __getattr__(self, name: str) -> Any:
        return getattr(self._requests, name)

    def post(self, *args: Any, **given: Any) -> Any:
        answer = self._requests.post(*args, **given)
        _heard.words = _refused(answer)
        if _heard.words:
            answer.status_code = 502
        return answer


def _refused(answer: Any) -> str:
    """What the service says against it; empty where it took the message."""
    if answer.status_code != 200:  # noqa: PLR2004
        return f"群机器人应答{answer.status_code}"
    try:
        said = answer.json()
    except ValueError:
        return "群机器人的应答读不懂"
    if not isinstance(said, dict):
        return "群机器人的应答读不懂"
    code = next((said[name] for name in _CODES if name in said), None)
    return (
        ""
        if code == 0
        else f"群机器人没有收下：{code} {str(said.get('errmsg') or said.get('msg') or '')[:60]}"
    )
