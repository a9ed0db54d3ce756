"""What the API takes for campaigns. Lengths are those of the columns."""

from datetime import date
from typing import Annotated
from uuid import UUID

import msgspec

from backend.foundation.web.api import Acted, Moment
from backend.foundation.web.bodies import Body

Word = Annotated[str, msgspec.Meta(min_length=1, max_length=40)]
Title = Annotated[str, msgspec.Meta(min_length=1, max_length=60)]
Code = Annotated[str, msgspec.Meta(min_length=1, max_length=32)]
Username = Annotated[str, msgspec.Meta(min_length=1, max_length=40)]
Short = Annotated[str, msgspec.Meta(max_length=200)]
Note = Annotated[str, msgspec.Meta(max_length=500)]
Text = Annotated[str, msgspec.Meta(max_length=5000)]


class Planned(Body, kw_only=True):
    """What a plan says: field, period, places, units, people, what is checked. `units` are codes; `places` ids of key places."""

    title: Title
    field: Word
    cause: Text
    checks: Text
    first_day: date
    last_day: date
    units: Annotated[list[Code], msgspec.Meta(max_length=60)]
    people: Annotated[list[Username], msgspec.Meta(max_length=200)] = msgspec.field(default_factory=list)
    places: Annotated[list[UUID], msgspec.Meta(max_length=60)] = msgspec.field(default_factory=list)
    area: Short | None = None
    arrangement: Text | None = None
    made_at: Moment | None = None


class CampaignBody(Planned, kw_only=True):
    """PUT /campaigns/{uuid}: a plan, laid before the leader."""


class Replan(Planned, kw_only=True):
    """POST …/plan: a plan that was sent back, brought up to what was asked for."""


class Act(Acted, kw_only=True):
    """A state change."""


class Returned(Act, kw_only=True):
    """POST …/refusal and …/report-refusal: what is to be changed."""

    reason: Note


class Cancelled(Act, kw_only=True):
    """POST …/cancellation: why it is not held."""

    reason: Note


class Decision(Act, kw_only=True):
    """POST …/patrols: whether a patrol belongs to it, against what it would by itself; `reason` where it is taken out."""

    patrol: UUID
    belongs: bool
    reason: Short | None = None


class DayNote(Act, kw_only=True):
    """POST …/days: 当日小结."""

    day: date
    text: Text


class Report(Act, kw_only=True):
    """POST …/report: the final report, laid before the leader; the figures are put in when it is issued."""

    summary: Text
    problems: Text | None = None
    coming: Text | None = None


class Closure(Act, kw_only=True):
    """POST …/closure: `number` from the office's own register."""

    number: Annotated[str, msgspec.Meta(max_length=60)] | None = None


class Explained(Act, kw_only=True):
    """POST /windows/{uuid}/explanation: why nothing was carried out in it."""

    explanation: Note
