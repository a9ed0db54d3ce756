"""执法证: from when to when it counts, and how it stands on a day. Pure."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal
from uuid import UUID

from backend.foundation.now import CHINA, local

# Police and auxiliaries exercise no administrative enforcement power, whatever papers they hold.
NEVER_COUNT = frozenset({"police", "police_chief", "traffic_police", "auxiliary"})
SOON_DAYS = 90  # when the first warning is given

CertificateState = Literal["valid", "soon", "expired", "suspended", "not_yet"]


@dataclass(frozen=True)
class Certificate:
    """One certificate with the suspension that is running, if one is."""

    id: UUID
    number: str
    issuer: str
    valid_from: datetime
    valid_until: datetime
    suspended_at: datetime | None = None
    reason: str = ""

    @property
    def first_day(self) -> date:
        return local(self.valid_from).date()

    @property
    def last_day(self) -> date:
        return local(self.valid_until).date()

    def days_left(self, at: datetime) -> int:
        """Natural days after today up to and including the last one; negative once it has run out."""
        return (self.last_day - local(at).date()).days

    def state(self, at: datetime) -> CertificateState:
        if self.suspended_at is not None and self.suspended_at <= at:
            return "suspended"
        if at < self.valid_from:
            return "not_yet"
        if at > self.valid_until:
            return "expired"
        return "soon" if self.days_left(at) <= SOON_DAYS else "valid"


def span(first: date, last: date) -> tuple[datetime, datetime]:
    """Whole days at +08:00: from the first moment of `first` to the last of `last`."""
    begins = datetime.combine(first, time(), CHINA)
    ends = datetime.combine(last + timedelta(days=1), time(), CHINA) - timedelta(microseconds=1)
    return begins, ends


def may_count(roles: frozenset[str]) -> bool:
    """Whether somebody with these roles can be one of the two officers that exercising power takes."""
    return not roles <= NEVER_COUNT
