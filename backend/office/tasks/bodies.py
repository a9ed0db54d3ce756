"""What the API takes for tasks. Lengths are those of the columns."""

from typing import Annotated

import msgspec

from backend.foundation.web.api import Acted, Moment, Origin, Position
from backend.foundation.web.bodies import Body

Title = Annotated[str, msgspec.Meta(min_length=1, max_length=80)]
Words = Annotated[str, msgspec.Meta(max_length=2000)]
Reason = Annotated[str, msgspec.Meta(max_length=500)]
Address = Annotated[str, msgspec.Meta(max_length=200)]
Code = Annotated[str, msgspec.Meta(min_length=1, max_length=32)]
Username = Annotated[str, msgspec.Meta(min_length=1, max_length=60)]


class TaskBody(Body, kw_only=True):
    """PUT /tasks/{uuid}: given the moment it arrives, to a `unit` (whoever of it takes it) or to one `officer`, to be done
    by `due_at`."""

    title: Title
    due_at: Moment
    unit: Code | None = None
    officer: Username | None = None
    words: Words | None = None
    address: Address | None = None
    position: Position | None = None
    origin: Origin | None = None
    urgent: bool = False
    made_at: Moment | None = None


class Act(Acted, kw_only=True):
    """A state change; POST …/acceptance, /closure and /reminders say nothing besides."""

    note: Reason | None = None

    @property
    def said(self) -> str:
        """What goes into the record."""
        return (self.note or "").strip()


class Told(Act, kw_only=True):
    """POST …/progress, /report: what was done."""

    text: Words | None = None

    @property
    def said(self) -> str:
        return (self.text or self.note or "").strip()


class Reasoned(Act, kw_only=True):
    """POST …/return, /withdrawal: why."""

    reason: Reason | None = None

    @property
    def said(self) -> str:
        return (self.reason or self.note or "").strip()


class Rework(Reasoned, kw_only=True):
    """POST …/rework: what is missing; until when, where the limit has passed or is to be another one."""

    due_at: Moment | None = None


class Assignment(Act, kw_only=True):
    """POST …/assignment: to whom now, and until when, where the limit has passed or is to be another one."""

    unit: Code | None = None
    officer: Username | None = None
    due_at: Moment | None = None
