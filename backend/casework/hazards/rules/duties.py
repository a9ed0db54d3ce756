"""What the place's own text asks for in a hazard, and what the product offers beyond it as 本地约定. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from backend.foundation.mechanism import Profile
from backend.foundation.refusals import Refusal

# Our name of the demand → its id among the duties of a profile.
_DUTIES: Final[Mapping[str, str]] = {
    "notice": "hazard.notice",
    "people": "hazard.people",
    "report": "hazard.refusal",
    "meeting": "hazard.meeting",
    "measures": "hazard.measures",
}
NAMES: Final[Mapping[str, str]] = {
    "notice": "立即通知",
    "people": "立即派员处理",
    "report": "无故不处理的，报告政府",
    "meeting": "召开专题会议",
    "measures": "分析研究、提出建议、采取措施",
}


@dataclass(frozen=True, slots=True)
class Demand:
    """One demand; without a clause of the text it is 本地约定."""

    name: str
    words: str
    local: bool
    cite: str
    quote: str

    @property
    def clause(self) -> str:
        """As a refusal quotes it."""
        return "本地约定" if self.local else f"{self.cite}：“{self.quote}”"


def demands(profile: Profile) -> dict[str, Demand]:
    """All five by our names."""
    return {name: _demand(profile, name, duty) for name, duty in _DUTIES.items()}


def _demand(profile: Profile, name: str, duty_id: str) -> Demand:
    duty = profile.duty(duty_id)
    if duty is None or duty.local:
        return Demand(name, NAMES[name], local=True, cite="", quote="")
    return Demand(name, NAMES[name], local=False, cite=profile.cite(duty.clause), quote=duty.quote)


def ground(*, refused: bool, reasoned: bool, overdue: bool) -> str:
    """Why the government may be told: `refused` without reason, or `unanswered` past the local limit; "" for no ground."""
    if refused:
        return "" if reasoned else "refused"
    return "unanswered" if overdue else ""


def reportable(demand: Demand, *, refused: bool, reasoned: bool, overdue: bool) -> str:
    """The ground; refuses `hazard_reasoned` where a reason was given, `hazard_not_reportable` before anything was refused."""
    found = ground(refused=refused, reasoned=reasoned, overdue=overdue)
    if not found:
        raise Refusal("hazard_reasoned" if refused else "hazard_not_reportable", clause=demand.clause)
    return found
