"""Exercise of power on a party: two certified officers of the same enforcing body (行政处罚法 42). Pure."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Protocol
from uuid import UUID

from backend.foundation.mechanism import load_law

OFFICERS_NEEDED = 2


class Holder(Protocol):
    """Somebody who was there."""

    @property
    def officer(self) -> UUID: ...
    @property
    def username(self) -> str: ...
    @property
    def unit(self) -> UUID: ...
    @property
    def roles(self) -> frozenset[str]: ...


@dataclass(frozen=True, slots=True)
class Power:
    """Whether those present may exercise power; `officers` are the usernames of those who count, of `body`."""

    ok: bool
    body: str
    body_name: str
    officers: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Body:
    """An enforcing body as the answer names it."""

    code: str
    name: str


def power(present: Iterable[Holder], certified: Collection[UUID], bodies: Mapping[UUID, Body]) -> Power:
    """Judge those present. `certified`: whose certificate counts at that moment; `bodies`: unit → enforcing body.

    Where several bodies have enough officers, the one with most is named.
    """
    by_body: dict[Body, set[str]] = defaultdict(set)
    for holder in present:
        if holder.officer in certified:
            by_body[bodies[holder.unit]].add(holder.username)
    if not by_body:
        return Power(
            ok=False, body="", body_name="", officers=(), why="没有执法证有效的人员，不能责令、处罚或立案"
        )
    body, officers = max(by_body.items(), key=lambda entry: (len(entry[1]), entry[0].code))
    enough = len(officers) >= OFFICERS_NEEDED
    why = "" if enough else _short(body, by_body)
    return Power(ok=enough, body=body.code, body_name=body.name, officers=tuple(sorted(officers)), why=why)


@cache
def two_officers_clause() -> str:
    """The clause quoted when two officers are missing."""
    law = load_law()
    duty = law.duty("power.two_officers")
    assert duty is not None
    return f"{law.cite(duty.clause)}：{duty.quote}"


def _short(body: Body, by_body: Mapping[Body, set[str]]) -> str:
    if len(by_body) >= OFFICERS_NEEDED:
        return "持证人员不属于同一执法主体，不能责令、处罚或立案"
    return f"{body.name}只有1名执法证有效的人员，不能责令、处罚或立案"
