"""What the API takes for calls for help. Lengths are those of the columns.

A position is taken whatever it says (rules/positions.py judges it): nobody is refused help for a broken device (mending.py).
"""

from typing import Annotated, Self
from uuid import UUID

import msgspec
from msgspec import UNSET, UnsetType

from backend.field.assists.mending import guessed, placed, plain, readable
from backend.field.assists.rules.words import Channel, Severity, Status
from backend.foundation.web.api import Acted, Moment
from backend.foundation.web.bodies import Body

Word = Annotated[str, msgspec.Meta(min_length=1, max_length=40)]
Reason = Annotated[str, msgspec.Meta(max_length=40)]
Note = Annotated[str, msgspec.Meta(max_length=500)]
Why = Annotated[str, msgspec.Meta(max_length=200)]
Phone = Annotated[str, msgspec.Meta(max_length=30)]
Name = Annotated[str, msgspec.Meta(min_length=1, max_length=60)]
Text = Annotated[str, msgspec.Meta(min_length=1, max_length=500)]
Long = Annotated[str, msgspec.Meta(max_length=5000)]
Heads = Annotated[int, msgspec.Meta(ge=0, le=100_000)]
Dangers = Annotated[list[Word], msgspec.Meta(max_length=10)]
AlarmNumber = Annotated[str, msgspec.Meta(max_length=40)]
Version = Annotated[int, msgspec.Meta(ge=1)]
# Three digits at least; `$` alone would let a line break follow.
Number = Annotated[
    str,
    msgspec.Meta(min_length=3, max_length=30, pattern=r"^(?=(?:[^0-9]*[0-9]){3})[0-9+ -]+(?!\n)$"),
]
Said = Annotated[str, msgspec.Meta(max_length=60)]


class FixBody(Body, kw_only=True):
    """A position as the device has it (WGS-84); `at`: when it was taken, ISO 8601."""

    lat: float | Said | None = None
    lon: float | Said | None = None
    accuracy_m: float | Said | None = None
    source: Said | None = None
    at: Said | None = None


class Act(Acted, kw_only=True):
    """A state change, with a word about it."""

    note: Note | None = None


class AssistBody(Act, kw_only=True):
    """PUT /assists/{uuid}. `status` is CAP's word and goes before `exercise`; `hazards`: what is dangerous there, in words.

    Without `patrol` the running one of whoever calls; without `phone` the one they are known by.
    """

    severity: Severity = "emergency"
    exercise: bool = False
    status: Status | None = None
    reason: Reason | None = None
    position: FixBody | None = None
    patrol: UUID | None = None
    finding: UUID | None = None
    phone: Phone | None = None
    hazards: Dangers | None = None
    alarm_number: AlarmNumber | None = None

    @property
    def kind(self) -> Status:
        return self.status or ("exercise" if self.exercise else "actual")

    @classmethod
    def mended(cls, raw: bytes) -> "MendedCall | None":
        """A call out of a body that does not fit; None where nobody could say what it is, or whether it is a drill."""
        said = plain(raw)
        good, unread = readable(cls, said) if said is not None else ({}, {})
        if said is None or guessed(unread):
            return None
        return msgspec.convert({**good, "unread": unread}, MendedCall)


class MendedCall(AssistBody, kw_only=True):
    """A call of which something could not be read; `unread`: what was said there, by field."""

    unread: dict[str, str] = msgspec.field(default_factory=dict)


class AssistChange(Body, kw_only=True):
    """PATCH /assists/{uuid}: the fields that change; null clears; `base` is the version it was made on."""

    severity: Severity | UnsetType = UNSET
    reason: Reason | UnsetType | None = UNSET
    note: Note | UnsetType | None = UNSET
    patrol: UUID | UnsetType | None = UNSET
    finding: UUID | UnsetType | None = UNSET
    phone: Phone | UnsetType | None = UNSET
    hazards: Dangers | UnsetType | None = UNSET
    alarm_number: AlarmNumber | UnsetType | None = UNSET
    base: Version | None = None
    made_at: Moment | None = None


class Answer(Act, kw_only=True):
    """POST …/acknowledgement, /departure, /arrival. On somebody's behalf: `by` (username, or the name of somebody without
    an account), `channel` and what they said; `police`: that somebody without an account is police, which nobody else can know."""

    by: Name | None = None
    police: bool = False
    channel: Channel | None = None
    words: Note | None = None


class Withdrawal(Act, kw_only=True):
    """POST …/withdrawal: somebody who had answered cannot come."""

    reason: Why | None = None


class Handover(Act, kw_only=True):
    """POST …/handover: to whom; whoever hands over stays responsible until they answer."""

    to: Name


class Spoken(Act, kw_only=True):
    """POST …/remarks and …/reinforcement."""

    text: Text


class Cancellation(Act, kw_only=True):
    """POST …/cancellation: why, in `reason` (or `note`); `false_alarm`: there was nothing."""

    reason: Why | None = None
    false_alarm: bool = False


class PositionsBody(Act, kw_only=True):
    """POST …/positions: one `position`, or the `points` of a while, oldest first."""

    position: FixBody | None = None
    points: Annotated[list[FixBody], msgspec.Meta(max_length=200)] | None = None

    @classmethod
    def mended(cls, raw: bytes) -> Self | None:
        """The same with positions that cannot be read as what they say; None where anything else does not fit."""
        return placed(cls, raw)


class OutcomeBody(Act, kw_only=True):
    """POST …/outcome: evidence secured, people dispersed, injured, and what came of it; what is left out stays, a number
    that is null is not known; `base` is the version it was said on."""

    evidence: Long | None = None
    dispersed: Heads | UnsetType | None = UNSET
    injured: Heads | UnsetType | None = UNSET
    text: Long | None = None
    alarm_number: AlarmNumber | None = None
    base: Version | None = None


class FollowupBody(Act, kw_only=True):
    """POST …/followups: a record that came out of it."""

    kind: Annotated[str, msgspec.Meta(min_length=1, max_length=30)]
    id: UUID


class ContactBody(Body, kw_only=True):
    """PUT /alarm-contacts/{uuid}: one line of the phone list; `rank`: in which place it is called."""

    name: Name
    phone: Number
    position: Reason | None = None
    rank: Annotated[int, msgspec.Meta(ge=0, le=999)] = 0


class ContactChange(Body, kw_only=True):
    """PATCH /alarm-contacts/{uuid}: the fields that change."""

    name: Name | UnsetType = UNSET
    phone: Number | UnsetType = UNSET
    position: Reason | UnsetType = UNSET
    rank: Annotated[int, msgspec.Meta(ge=0, le=999)] | UnsetType = UNSET


class ContactRemoval(Body):
    """DELETE has no body; this is what its digest is made of."""
