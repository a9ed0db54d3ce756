"""What a listener is told of one event, and how far they have heard. Pure.

A position is the last `seq` of each chain somebody may hear of: `code:seq`, with commas between. It is the id of every
message, so whoever comes back says with it where to go on.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

import msgspec

_AT = re.compile(r"(?P<code>[a-z0-9-]{1,32}):(?P<seq>\d{1,18})")
_MOST = 1_000  # chains of one position


class Line(msgspec.Struct, omit_defaults=True):
    """The data of a message, as the contract has it: ids only, never what happened. `on`: other records whose pages show
    this one, `kind:id` each."""

    kind: str
    id: UUID
    event: str
    version: int
    township: str
    seq: int
    on: list[str] = []


@dataclass(frozen=True, slots=True)
class News:
    """One event of a chain with whom it concerns; no tokens: nobody hears of it. `elsewhere`: the same under the name of a
    record that shows it, for those who see only that one."""

    seq: int
    tokens: frozenset[str]
    reading: str
    data: bytes
    elsewhere: "tuple[News, ...]" = ()


def news_of(line: Line, tokens: frozenset[str], reading: str) -> News:
    return News(line.seq, tokens, reading, b"data: " + msgspec.json.encode(line) + b"\n\n")


def unheard(seq: int) -> News:
    return News(seq, frozenset(), "", b"")


def position_text(heard: Iterable[tuple[str, int]]) -> bytes:
    """`code:seq,code:seq`, as they come."""
    return ",".join(f"{code}:{seq}" for code, seq in heard).encode()


def position_of(text: str) -> Mapping[str, int] | None:
    """By code; None for what is no position of ours."""
    parts = text.split(",", _MOST)
    found = [_AT.fullmatch(part) for part in parts]
    if len(parts) > _MOST or not all(found):
        return None
    return {each["code"]: int(each["seq"]) for each in found if each}
