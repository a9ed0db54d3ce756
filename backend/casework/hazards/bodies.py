"""What the API takes for notifications. Lengths are those of the columns."""

from typing import Annotated
from uuid import UUID

import msgspec

from backend.casework.on_behalf import Channel
from backend.foundation.web.api import Acted, Moment, Origin, Position
from backend.foundation.web.bodies import Body

Word = Annotated[str, msgspec.Meta(min_length=1, max_length=40)]
Code = Annotated[str, msgspec.Meta(min_length=1, max_length=32)]
Address = Annotated[str, msgspec.Meta(max_length=200)]
Facts = Annotated[str, msgspec.Meta(max_length=5000)]
Note = Annotated[str, msgspec.Meta(max_length=200)]
Reason = Annotated[str, msgspec.Meta(max_length=500)]
Text = Annotated[str, msgspec.Meta(max_length=5000)]
People = Annotated[str, msgspec.Meta(max_length=200)]
Heads = Annotated[int, msgspec.Meta(ge=1, le=999)]
Name = Annotated[str, msgspec.Meta(min_length=1, max_length=60)]


class HazardBody(Body, kw_only=True):
    """PUT /hazards/{uuid}: told the moment it arrives. `endangers`: to whom it is dangerous, in words; `photos`: of
    the origin, that go along."""

    category: Word
    endangers: Annotated[list[Word], msgspec.Meta(max_length=10)]
    facts: Facts
    found_at: Moment
    position: Position
    to_unit: Code
    address: Address | None = None
    far_reason: Note | None = None
    origin: Origin | None = None
    photos: Annotated[list[UUID], msgspec.Meta(max_length=30)] | None = None
    made_at: Moment | None = None


class OnBehalf(Body, kw_only=True):
    """代录: what somebody of the told body said, how, in their words. Proof photos hang on the step."""

    name: Name
    channel: Channel
    words: Annotated[str, msgspec.Meta(min_length=1, max_length=500)]
    position: Word | None = None


class Act(Acted, kw_only=True):
    """A state change, with a word about it."""

    note: Note | None = None


class Answer(Act, kw_only=True):
    """An act of the told body; `on_behalf` where the sender records it."""

    on_behalf: OnBehalf | None = None


class Departure(Answer, kw_only=True):
    """POST …/departure: who was sent and how many."""

    people: People
    head_count: Heads | None = None


class Refused(Answer, kw_only=True):
    """POST …/refusal; without a reason where none was given."""

    reason: Reason | None = None


class Said(Answer, kw_only=True):
    """POST …/measures and …/result."""

    text: Text


class Call(Act, kw_only=True):
    """POST …/calls: the body was told by telephone or in person, by whom it was taken and what they said."""

    name: Name
    channel: Channel = "phone"
    position: Word | None = None
    words: Annotated[str, msgspec.Meta(max_length=500)] | None = None


class Meeting(Act, kw_only=True):
    """POST …/meetings: a special meeting called about it; `people` who took part, `text` what came of it."""

    text: Text
    people: People | None = None


class Addendum(Act, kw_only=True):
    """POST …/addenda."""

    text: Text


class Closure(Act, kw_only=True):
    """POST …/closure: how it was checked that the danger is gone."""

    text: Text


class Withdrawal(Act, kw_only=True):
    """POST …/withdrawal."""

    reason: Reason


class ReportBody(Act, kw_only=True):
    """POST …/report: what the government is told besides the facts; `number` from the office's own register."""

    text: Text | None = None
    number: Annotated[str, msgspec.Meta(max_length=60)] | None = None
