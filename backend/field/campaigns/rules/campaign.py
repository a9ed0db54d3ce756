"""A campaign as rules see it. Pure."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from backend.field.campaigns.rules.words import STATES, days_words


@dataclass(frozen=True, slots=True)
class Campaign:
    """One campaign, column by column."""

    id: UUID
    township: UUID | None
    unit: UUID
    body: UUID
    field: str
    title: str
    cause: str
    checks: str
    arrangement: str
    area: str
    first_day: date
    last_day: date
    begins_at: datetime
    ends_at: datetime
    created_by: UUID
    made_at: datetime | None
    received_at: datetime
    device: UUID | None
    clock_offset_s: float | None
    state: str
    approved_at: datetime | None
    approved_by: UUID | None
    return_reason: str
    cancel_reason: str
    summary: str
    problems: str
    coming: str
    reported_by: UUID | None
    reported_at: datetime | None
    report_return: str
    letter: UUID | None
    ended_at: datetime | None
    version: int

    @property
    def open(self) -> bool:
        return self.ended_at is None

    @property
    def report_waits(self) -> bool:
        """For the leader's signature."""
        return self.open and self.reported_at is not None and not self.report_return

    @property
    def days(self) -> str:
        return days_words(self.first_day, self.last_day)

    def stands(self, at: datetime) -> str:
        """等批准, 未开始, 进行中, 待总结, 总结等签发, 已总结."""
        if self.state != "approved":
            return STATES[self.state]
        if self.report_waits:
            return "总结等签发"
        if at < self.begins_at:
            return "未开始"
        return "进行中" if at < self.ends_at else "待总结"
