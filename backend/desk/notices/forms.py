"""Reading what was typed about notices."""

import re
from collections.abc import Collection

from backend.foundation.notify.rules.addresses import address_of
from backend.foundation.notify.rules.choosing import Wish
from backend.foundation.notify.rules.topics import MUTABLE
from backend.foundation.refusals import Refusal
from backend.foundation.web.forms import Fields

_TIME = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])")


def read_wish(sent: Fields) -> Wish:
    """Quiet hours (`quiet_from`, `quiet_until` as HH:MM, both or neither) and topics; refuses `invalid`."""
    begins, ends = (_minute(sent, name) for name in ("quiet_from", "quiet_until"))
    if (begins is None) != (ends is None):
        missing = "quiet_until" if ends is None else "quiet_from"
        raise Refusal("invalid", fields={missing: "免打扰要有开始和结束，两个都不填就是不设"})
    heard = set(sent.several("topics"))
    return Wish(begins, ends, frozenset(topic for topic in MUTABLE if topic not in heard))


def read_address(sent: Fields, kinds: Collection[str]) -> tuple[str, str]:
    """The kind and what is kept of the address; refuses `address_wrong`."""
    kind = sent.text("kind")
    if kind not in kinds:
        raise Refusal("address_wrong", "选一种渠道")
    return kind, address_of(kind, sent.text("address"), sent.text("secret"))


def read_name(sent: Fields) -> str:
    """What a group is called; refuses `invalid` without it."""
    if not sent.text("name"):
        raise Refusal("invalid", fields={"name": "写上是哪个群，别人才认得"})
    return sent.text("name")


def _minute(sent: Fields, name: str) -> int | None:
    text = sent.text(name)
    if not text:
        return None
    found = _TIME.fullmatch(text)
    if found is None:
        raise Refusal("invalid", fields={name: "写成 22:00 的样子"})
    return int(found[1]) * 60 + int(found[2])
