"""A request and a body's part in it as rules see them. Pure."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from backend.casework.requests.rules.kinds import KINDS, NOTICE
from backend.casework.requests.rules.states import OPEN


@dataclass(frozen=True, slots=True)
class Request:
    """One request, column by column."""

    id: UUID
    township: UUID
    kind: str
    from_unit: UUID
    body: UUID
    origin_kind: str
    origin_id: UUID | None
    title: str
    words: str
    address: str
    starts_at: datetime | None
    ends_at: datetime | None
    head_count: int | None
    urgent: bool
    due_at: datetime
    called_at: datetime | None
    letter: UUID | None
    created_by: UUID
    made_at: datetime | None
    received_at: datetime
    device: UUID | None
    clock_offset_s: float | None
    state: str
    state_at: datetime
    ended_at: datetime | None
    version: int

    @property
    def open(self) -> bool:
        return self.state in OPEN

    @property
    def heading(self) -> str:
        """警力保障：冬季占道经营联合整治."""
        return f"{KINDS[self.kind].words}：{self.title}"

    @property
    def origin(self) -> tuple[str, UUID] | None:
        return (self.origin_kind, self.origin_id) if self.origin_id is not None else None

    @property
    def paper_owed(self) -> bool:
        """Told by telephone, the 书面通知 not yet sent."""
        return self.kind == NOTICE and self.letter is None and self.open


@dataclass(frozen=True, slots=True)
class Party:
    """One body that is asked, column by column."""

    id: UUID
    request: UUID
    unit: UUID
    number: int
    state: str
    state_at: datetime
    asked_at: datetime
    due_at: datetime
    answered_at: datetime | None
    version: int


@dataclass(frozen=True, slots=True)
class Step:
    """One step; `name` and `position` are those of the officer, `unit_name` of the body it was done for."""

    id: UUID
    party: UUID | None
    noun: str
    at: datetime
    received_at: datetime
    on_behalf: bool
    speaker: str
    speaker_position: str
    channel: str
    words: str
    people: str
    head_count: int | None
    text: str
    due_at: datetime | None
    name: str
    position: str
    unit_name: str
