"""What the API takes for leave and borrowings. Lengths are those of the columns."""

from datetime import date
from typing import Annotated

import msgspec

from backend.foundation.web.api import Acted, Moment
from backend.foundation.web.bodies import Body
from backend.office.absences.rules.words import Kind, Part

Words = Annotated[str, msgspec.Meta(max_length=500)]
Why = Annotated[str, msgspec.Meta(min_length=1, max_length=500)]
Name = Annotated[str, msgspec.Meta(max_length=60)]
Username = Annotated[str, msgspec.Meta(min_length=1, max_length=60)]


class LeaveBody(Body, kw_only=True):
    """PUT /leaves/{uuid}. `officer`: whose leave, default one's own; `part`: half of a single day."""

    kind: Kind
    first_day: date
    last_day: date
    part: Part | None = None
    reason: Words | None = None
    officer: Username | None = None
    made_at: Moment | None = None


class Decision(Acted, kw_only=True):
    """POST …/approval."""


class Refused(Acted, kw_only=True):
    """POST …/refusal: with its reason."""

    reason: Why


class Ended(Acted, kw_only=True):
    """POST …/withdrawal, and …/return of a leave: from now on."""


class BorrowingBody(Body, kw_only=True):
    """PUT /borrowings/{uuid}. Who asks is a body of this house by its code, or another by its name; no last day where
    nobody said one; `left_on` where the person has gone already."""

    officer: Username
    first_day: date
    last_day: date | None = None
    department: Name | None = None
    department_name: Name | None = None
    letter: Name | None = None
    purpose: Words | None = None
    left_on: date | None = None
    made_at: Moment | None = None


class OnDay(Acted, kw_only=True):
    """POST …/departure and …/return of a borrowing: on which day."""

    day: date
