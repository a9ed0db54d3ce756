"""What the API takes for incidents. Lengths are those of the columns."""

from typing import Annotated
from uuid import UUID

import msgspec

from backend.field.incidents.rules.words import Channel, LaterKind
from backend.foundation.web.api import Acted, Moment, Origin, Position
from backend.foundation.web.bodies import Body

Word = Annotated[str, msgspec.Meta(min_length=1, max_length=40)]
Code = Annotated[str, msgspec.Meta(min_length=1, max_length=32)]
Short = Annotated[str, msgspec.Meta(max_length=200)]
Note = Annotated[str, msgspec.Meta(max_length=500)]
Text = Annotated[str, msgspec.Meta(max_length=5000)]
Heads = Annotated[int, msgspec.Meta(ge=0, le=100_000)]
Name = Annotated[str, msgspec.Meta(min_length=1, max_length=60)]
Number = Annotated[str, msgspec.Meta(max_length=60)]


class Told(Body, kw_only=True):
    """What a report says. `explained`: to the people on the scene; `coming`: what is done next."""

    facts: Text
    injured: Heads | None = None
    dead: Heads | None = None
    measures: Text | None = None
    explained: Text | None = None
    coming: Text | None = None
    made_at: Moment | None = None


class IncidentBody(Told, kw_only=True):
    """PUT /incidents/{uuid}: the first report, told the moment it arrives. `to`: unit codes of the superior bodies; `photos`:
    of the record it comes from, that go along.

    An incident that comes from a drill is a drill, whatever is said here.
    """

    category: Word
    happened_at: Moment
    to: Annotated[list[Code], msgspec.Meta(max_length=20)]
    position: Position = msgspec.field(default_factory=Position)
    address: Short | None = None
    far_reason: Short | None = None
    late_reason: Short | None = None
    alarm_number: Annotated[str, msgspec.Meta(max_length=40)] | None = None
    origin: Origin | None = None
    photos: Annotated[list[UUID], msgspec.Meta(max_length=30)] | None = None
    exercise: bool = False


class ReportBody(Told, kw_only=True):
    """PUT /incidents/{uuid}/reports/{uuid}: a written report, a follow-up or the final one; `number` from the office's
    own register, where no leader signs."""

    kind: LaterKind
    number: Number | None = None


class Act(Acted, kw_only=True):
    """A state change."""


class Approval(Act, kw_only=True):
    """POST …/reports/{uuid}/approval and /letter: `number` from the office's own register."""

    number: Number | None = None


class Returned(Act, kw_only=True):
    """POST …/reports/{uuid}/refusal: what is to be changed."""

    reason: Note


class Explanation(Act, kw_only=True):
    """POST …/explanations: what was explained to the people on the scene, by whom (default: oneself), to how many."""

    text: Text
    name: Name | None = None
    head_count: Heads | None = None


class Telling(Act, kw_only=True):
    """POST …/tellings: a body was told by telephone, in person or on paper; who took it, what they said."""

    to_unit: Code
    channel: Channel
    name: Name
    position: Annotated[str, msgspec.Meta(max_length=40)] | None = None
    words: Note | None = None


class Receipt(Act, kw_only=True):
    """POST …/receipt: a body that was told has read it, with what it asks for."""

    note: Note | None = None


class Ending(Act, kw_only=True):
    """POST …/ending: the scene is over."""

    text: Note | None = None


class Withdrawal(Act, kw_only=True):
    """POST …/withdrawal: reported by mistake."""

    reason: Note
