"""A violation that is going on is stopped at once, and the competent side is told. Pure."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from backend.casework.handoffs.rules.clauses import quoted
from backend.foundation.mechanism import Profile
from backend.foundation.people.power import OFFICERS_NEEDED, Power, two_officers_clause
from backend.foundation.refusals import Refusal

StopAct = Literal["persuade", "order", "measures"]
STOP_WORDS: Final[dict[StopAct, str]] = {
    "persuade": "劝阻",
    "order": "责令停止",
    "measures": "采取措施制止",
}


@dataclass(frozen=True, slots=True)
class Stop:
    """Who stopped it, when and how; `officers` are the usernames recognised among `by`."""

    at: datetime
    by: tuple[str, ...]
    how: str
    act: StopAct
    officers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """Who told the other side, when and how; `whom` is who was told."""

    at: datetime
    by: tuple[str, ...]
    how: str
    whom: str = ""


def usual_act(profile: Profile) -> StopAct:
    """How this place stops a violation: 劝阻 or 责令停止."""
    return profile.stop.act


def stopped(profile: Profile, *, ongoing: bool, stop: Stop | None, notice: Notice | None) -> None:
    """Refuse `stop_record_missing`, `stop_not_as_required` and `notice_record_missing` with the place's clause."""
    if not ongoing:
        return
    clause = quoted(profile, profile.stop)
    if stop is None:
        raise Refusal("stop_record_missing", f"写明谁、何时、怎样{profile.stop.words}", clause=clause)
    if profile.stop.act == "order" and stop.act == "persuade":
        raise Refusal(
            "stop_not_as_required", f"这里要{profile.stop.words}或者采取措施制止，劝阻不够", clause=clause
        )
    if notice is None:
        told = quoted(profile, profile.duty("handoff.notice"))
        raise Refusal("notice_record_missing", clause=told or clause)


def ordered_by_two(stop: Stop | None, power: Power | None) -> None:
    """责令停止 exercises power: refuse `power_needs_two_officers` unless two of those named counted at that moment."""
    if stop is None or stop.act != "order":
        return
    counted = set(stop.officers) & set(power.officers) if power else set()
    if power is None or not power.ok or len(counted) < OFFICERS_NEEDED:
        why = power.why if power and power.why else "写明两名执法证有效的执法人员"
        raise Refusal("power_needs_two_officers", why, clause=two_officers_clause())
