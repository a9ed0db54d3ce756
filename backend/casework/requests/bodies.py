"""What the API takes for requests between bodies. Lengths are those of the columns."""

from typing import Annotated, Literal

import msgspec

from backend.casework.on_behalf import Channel
from backend.foundation.web.api import Acted, Moment, Origin
from backend.foundation.web.bodies import Body

Code = Annotated[str, msgspec.Meta(min_length=1, max_length=32)]
Title = Annotated[str, msgspec.Meta(min_length=1, max_length=80)]
Words = Annotated[str, msgspec.Meta(max_length=2000)]
Address = Annotated[str, msgspec.Meta(max_length=200)]
Reason = Annotated[str, msgspec.Meta(max_length=500)]
People = Annotated[str, msgspec.Meta(max_length=200)]
Name = Annotated[str, msgspec.Meta(min_length=1, max_length=60)]
Position = Annotated[str, msgspec.Meta(max_length=40)]
Number = Annotated[str, msgspec.Meta(max_length=60)]
Wanted = Annotated[int, msgspec.Meta(ge=1, le=999)]
Came = Annotated[int, msgspec.Meta(ge=0, le=999)]


class Spoken(Body, kw_only=True):
    """The telephone call before the paper: who took it, when, what was said."""

    name: Name
    words: Annotated[str, msgspec.Meta(min_length=1, max_length=500)]
    position: Position | None = None
    at: Moment | None = None

    @property
    def channel(self) -> Channel:
        return "phone"


class RequestBody(Body, kw_only=True):
    """PUT /requests/{uuid}: the asked bodies (`to`, codes) have it the moment it arrives, to be answered by `due_at`.

    `notice` (书面通知) issues the paper with it, under the body's next `number` or one of its own register, signed off by
    `signed_by`; with a `call` it was told by telephone first and the paper follows.
    """

    kind: Literal["police", "notice", "guidance", "coordination"]
    title: Title
    words: Words
    to: Annotated[list[Code], msgspec.Meta(max_length=20)]
    due_at: Moment
    address: Address | None = None
    starts_at: Moment | None = None
    ends_at: Moment | None = None
    head_count: Wanted | None = None
    urgent: bool = False
    origin: Origin | None = None
    call: Spoken | None = None
    signed_by: Name | None = None
    number: Number | None = None
    made_at: Moment | None = None


class OnBehalf(Body, kw_only=True):
    """代录: what somebody of the asked body said, how, in their words."""

    name: Name
    channel: Channel
    words: Annotated[str, msgspec.Meta(min_length=1, max_length=500)]
    position: Position | None = None


class Act(Acted, kw_only=True):
    """A state change, with a word about it."""

    note: Reason | None = None


class Answer(Act, kw_only=True):
    """An act of the asked body; `on_behalf` where who asked records it."""

    on_behalf: OnBehalf | None = None


class Acceptance(Answer, kw_only=True):
    """POST …/acceptance: who comes and how many, or how it will be done."""

    people: People
    head_count: Wanted | None = None


class Refused(Answer, kw_only=True):
    """POST …/refusal: why not."""

    reason: Reason


class Result(Answer, kw_only=True):
    """POST …/result: what was done."""

    text: Words


class Attendance(Act, kw_only=True):
    """POST …/attendance: how many came of that body, and who; 0 where nobody did."""

    head_count: Came
    people: People | None = None


class NewLimit(Act, kw_only=True):
    """POST …/limit: until when this body is asked to answer now."""

    due_at: Moment


class Call(Act, kw_only=True):
    """POST …/calls: told or asked by telephone, by whom it was taken and what was said."""

    name: Name
    words: Annotated[str, msgspec.Meta(min_length=1, max_length=500)]
    channel: Channel = "phone"
    position: Position | None = None


class Paper(Act, kw_only=True):
    """POST …/paper: the 书面通知 after the call."""

    signed_by: Name | None = None
    number: Number | None = None


class Closure(Act, kw_only=True):
    """POST …/closure: what came of it."""

    text: Words | None = None


class Withdrawal(Act, kw_only=True):
    """POST …/withdrawal."""

    reason: Reason
