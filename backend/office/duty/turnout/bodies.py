"""What the API takes of coming and going. Lengths are those of the columns."""

from typing import Annotated
from uuid import UUID

import msgspec

from backend.foundation.web.api import Acted, Position
from backend.office.duty.turnout.rules.standing import Noun

Note = Annotated[str, msgspec.Meta(max_length=200)]
Username = Annotated[str, msgspec.Meta(min_length=1, max_length=60)]


class TurnoutBody(Acted, kw_only=True):
    """PUT /turnouts/{uuid}: 签到 (arrival) or 签退 (departure) on a shift, shown by the position of the phone, by the code that
    hangs at the place, or by a colleague: `officer` is whom somebody else has seen there."""

    shift: UUID
    noun: Noun
    position: Position | None = None
    code: UUID | None = None
    officer: Username | None = None
    note: Note | None = None


class SpotCheckBody(Acted, kw_only=True):
    """PUT /spot-checks/{uuid}: where somebody on duty is, asked now."""

    officer: Username


class Whereabouts(Acted, kw_only=True):
    """POST /spot-checks/{uuid}/answer: here, as the phone says."""

    position: Position
    note: Note | None = None


class HandoverBody(Acted, kw_only=True):
    """PUT /handover-notes/{uuid}: what the next shift has to know."""

    shift: UUID
    open_matters: Annotated[str, msgspec.Meta(max_length=1000)] | None = None
    equipment: Annotated[str, msgspec.Meta(max_length=500)] | None = None
