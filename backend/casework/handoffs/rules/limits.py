"""Which limits run on a handoff, and how far one may be moved. Pure."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from backend.casework.handoffs.rules.clauses import quoted
from backend.casework.handoffs.rules.ongoing import Notice
from backend.casework.handoffs.rules.sender import Direction
from backend.casework.handoffs.rules.states import NOT_YET_SENT, State
from backend.foundation.mechanism import Limit, Profile
from backend.foundation.mechanism.figures import chinese
from backend.foundation.refusals import Refusal

TRANSFER: Final = "handoff.transfer"
EXTENDED: Final = "handoff.transfer.extended"
URGENT: Final = "handoff.transfer.urgent"
ACCEPTANCE: Final = "handoff.acceptance"
RESULT: Final = "handoff.result"
MOST_RESULT_DAYS: Final = 90


@dataclass(frozen=True, slots=True)
class Extension:
    """延长移送期限: asked for when, on what ground, and how the other side was told beforehand."""

    at: datetime
    ground: str
    notice: Notice | None


def transfer_limit(
    profile: Profile, direction: Direction, *, urgent: bool, extended: bool = False
) -> Limit | None:
    """The limit between bodies, from the discovery to the sending; the hand-over to a stationed office has none.

    What was extended stays so, though a draft is corrected afterwards.
    """
    if direction == "stationed":
        return None
    if extended:
        return profile.in_force(EXTENDED)
    return profile.in_force(URGENT if urgent else TRANSFER)


def sending_name(number: int, *, urgent: bool) -> str:
    """第二次移送: beside the first limit on the same case it would read like that one."""
    return f"第{chinese(number)}次移送{'（紧急）' if urgent else ''}"


def agreed(limit: Limit, note: str) -> Limit:
    """The place's figure used where its text does not say so: shown as 本地约定, with what it was agreed for."""
    return replace(limit, basis="local", note=note)


def acceptance_limit(profile: Profile, agreed_days: int) -> Limit | None:
    """From the arrival to the written answer: the text's own figure, else what the township has agreed on (0: nothing)."""
    own = profile.in_force(ACCEPTANCE)
    if own is not None or not agreed_days:
        return own
    return _days(profile.limit(ACCEPTANCE), agreed_days, "")


def result_limit(
    profile: Profile, direction: Direction, days: int | None, agreed_days: int = 0
) -> Limit | None:
    """From acceptance to the result: what the case sets, within the place's clause where it has one, else what the
    township has agreed on. Where neither text nor case nor township sets a figure there is none.
    """
    stated = profile.limit(RESULT)
    if days is None:
        own = profile.in_force(RESULT)
        return own if own is not None or not agreed_days else _days(stated, agreed_days, "")
    set_here = replace(stated, amount=days, unit="working_day")
    if stated.basis == "per_case" and direction == "stationed":
        return set_here
    return _days(stated, days, "本案约定")


def _days(stated: Limit, days: int, note: str) -> Limit:
    """A figure that no text gives: 本地约定."""
    return replace(stated, amount=days, unit="working_day", basis="local", clause="", quote="", note=note)


def days_in_bounds(days: int | None) -> None:
    """Refuse `invalid` for a limit set for one case that is no sensible number of working days."""
    if days is not None and not 1 <= days <= MOST_RESULT_DAYS:
        raise Refusal("invalid", fields={"result_days": f"1到{MOST_RESULT_DAYS}个工作日"})


def extend(
    profile: Profile,
    state: State,
    asked: Extension,
    *,
    urgent: bool,
    extended: bool,
    first: bool,
    late_from: datetime | None,
) -> Limit:
    """The limit counted anew from the original start, never past its total.

    `first`: it was never sent before; `late_from` is the first moment that is late. Refuses `extension_not_available`,
    `extension_not_for_urgent`, `handoff_already_sent`, `already_extended`, `extension_too_late`,
    `extension_ground_missing`, `extension_notice_missing`, each with the clause of the place.
    """
    total = _extensible(profile, urgent=urgent, first=first)
    clause = quoted(profile, total)
    if state not in NOT_YET_SENT:
        raise Refusal("handoff_already_sent", "已经移送，不用再延长", clause=clause)
    if extended:
        raise Refusal("already_extended", clause=clause)
    if late_from is None or asked.at >= late_from:
        raise Refusal("extension_too_late", clause=clause)
    if not asked.ground.strip():
        raise Refusal("extension_ground_missing", "、".join(total.grounds), clause=clause)
    if total.notice_beforehand and asked.notice is None:
        raise Refusal("extension_notice_missing", clause=clause)
    return total


def _extensible(profile: Profile, *, urgent: bool, first: bool) -> Limit:
    """The longer limit, where the place has one for such a case."""
    total = profile.in_force(EXTENDED)
    if total is None:
        raise Refusal("extension_not_available", clause=quoted(profile, profile.limit(TRANSFER)))
    if urgent:
        raise Refusal("extension_not_for_urgent", clause=quoted(profile, profile.limit(URGENT)))
    if not first:
        again = "退回后再次移送的期限是本地约定，不能延长"
        raise Refusal("extension_not_available", again, clause=quoted(profile, total))
    return total


def told_beforehand(asked: Extension) -> None:
    """Refuse `times_crossed` where the other side is said to have been told after the extension was taken."""
    if asked.notice is not None and asked.notice.at > asked.at:
        raise Refusal("times_crossed", fields={"notice_record": "告知要在延长之前"})


def discovery(
    discovered_at: datetime, found_at: datetime | None, reason: str, *, days: tuple[date, date | None]
) -> None:
    """The start is when it was found; a later day needs a reason. `days` are both moments' days at +08:00.

    Forms know minutes, phones seconds: within the minute it was found is not before it. Refuses
    `discovery_before_finding` and `discovery_reason_needed`.
    """
    if found_at is None:
        return
    if discovered_at < found_at.replace(second=0, microsecond=0):
        raise Refusal("discovery_before_finding", fields={"discovered_at": "早于发现违法行为的时间"})
    discovered_on, found_on = days
    if found_on is not None and discovered_on > found_on and not reason.strip():
        raise Refusal("discovery_reason_needed", fields={"discovered_reason": "写明为什么晚于发现当天"})
