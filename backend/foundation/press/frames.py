"""The words between the house and its press: length-prefixed MessagePack over two pipes."""

from struct import Struct as Layout
from typing import Any

import msgspec

LENGTH = Layout(">I")


class Terms(msgspec.Struct):
    """First frame to a new process: what it may do (job → "module:function") and how much memory it may map."""

    jobs: dict[str, str]
    memory_bytes: int


class Order(msgspec.Struct):
    """A job to do; `args` are the keyword arguments of its function: plain data, paths as text."""

    job: str
    args: dict[str, Any]


class Delivery(msgspec.Struct):
    """What became of an order: a result, or the code and words of a failure; and the process's highest memory."""

    peak_bytes: int
    result: Any = None
    code: str | None = None
    words: str = ""


def packed(frame: msgspec.Struct) -> bytes:
    """A frame as it goes over the pipe."""
    body = msgspec.msgpack.encode(frame)
    return LENGTH.pack(len(body)) + body
