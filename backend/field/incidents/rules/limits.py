"""How soon each report is owed: the text's own figure where it has one, else what the township agreed on. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from backend.foundation.mechanism import Limit, Profile

WRITTEN: Final = "incident.written"
FOLLOWUP: Final = "incident.followup"
FINAL: Final = "incident.final"
_AGREED: Final[Mapping[str, tuple[str, str]]] = {
    WRITTEN: ("incident.written_hours", "hour"),
    FOLLOWUP: ("incident.followup_hours", "hour"),
    FINAL: ("incident.final_days", "working_day"),
}


@dataclass(frozen=True, slots=True)
class First:
    """The first report is owed at once; `minutes` is what was agreed on, the texts say 第一时间 and no figure."""

    took: timedelta
    minutes: int

    @property
    def late(self) -> bool:
        return self.took > timedelta(minutes=self.minutes)


def first(happened_at: datetime, told_at: datetime, minutes: int) -> First:
    """How long it took; never below nothing."""
    return First(max(told_at - happened_at, timedelta()), minutes)


def limit_of(profile: Profile, rule: str, settings: Mapping[str, int]) -> Limit | None:
    """None where neither the text nor the township sets one (0)."""
    own = profile.in_force(rule)
    name, unit = _AGREED[rule]
    amount = settings[name]
    if own is not None or not amount:
        return own
    return replace(
        profile.limit(rule),
        amount=amount,
        unit=unit,  # type: ignore[arg-type]
        basis="local",
        clause="",
        quote="",
    )
