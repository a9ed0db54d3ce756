"""Which ways of handling a finding exercise power on a party, and whether those there might. Pure."""

from collections.abc import Collection

from backend.foundation.people.power import OFFICERS_NEEDED, Power
from backend.foundation.refusals import Refusal

EXERCISES_POWER = frozenset({"ordered", "summary_penalty", "case"})


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
