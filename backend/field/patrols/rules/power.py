"""Exercise of power on a party: two certified officers of the same enforcing body (行政处罚法 42). Pure."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from backend.field.patrols.rules.patrol import Stay
from backend.foundation.refusals import Refusal

EXERCISES_POWER = frozenset({"ordered", "summary_penalty", "case"})
OFFICERS_NEEDED = 2


@dataclass(frozen=True, slots=True)
class Power:
    """Whether the crew may exercise power; `officers` are the usernames of those who count, of `body`."""

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


def power(crew: Iterable[Stay], certified: Collection[UUID], bodies: Mapping[UUID, Body]) -> Power:
    """Judge those present. `certified`: whose certificate counts at that moment; `bodies`: unit → enforcing body.

    Where several bodies have enough officers, the one with most is named.
    """
    by_body: dict[Body, set[str]] = defaultdict(set)
    for stay in crew:
        if stay.officer in certified:
            by_body[bodies[stay.unit]].add(stay.username)
    if not by_body:
        return Power(
            ok=False, body="", body_name="", officers=(), why="没有执法证有效的人员，不能责令、处罚或立案"
        )
    body, officers = max(by_body.items(), key=lambda entry: (len(entry[1]), entry[0].code))
    enough = len(officers) >= OFFICERS_NEEDED
    why = "" if enough else _short(body, by_body)
    return Power(ok=enough, body=body.code, body_name=body.name, officers=tuple(sorted(officers)), why=why)


def exercise(disposition: str, judged: Power, acting: Collection[str], clause: str) -> None:
    """Refuse `power_needs_two_officers` where this way of handling takes two officers and they were not there.

    `acting`, if given, names who exercised it: each must be among those who counted.
    """
    if disposition not in EXERCISES_POWER:
        return
    if not judged.ok:
        raise Refusal("power_needs_two_officers", judged.why, clause=clause)
    strangers = sorted(set(acting) - set(judged.officers))
    if acting and (strangers or len(set(acting)) < OFFICERS_NEEDED):
        who = "、".join(strangers) or "、".join(acting)
        raise Refusal(
            "power_needs_two_officers", f"{who} 当时不能作为{judged.body_name}的执法人员", clause=clause
        )


def _short(body: Body, by_body: Mapping[Body, set[str]]) -> str:
    if len(by_body) >= OFFICERS_NEEDED:
        return "持证人员不属于同一执法主体，不能责令、处罚或立案"
    return f"{body.name}只有1名执法证有效的人员，不能责令、处罚或立案"
