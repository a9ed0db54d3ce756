"""One responder's own course: 接警, 出警, 到场, and no longer coming. Pure."""

from dataclasses import replace
from datetime import datetime
from typing import Final, Literal

from backend.field.assists.rules.assist import Response
from backend.foundation.refusals import Refusal

Noun = Literal["acknowledgement", "departure", "arrival", "withdrawal"]
# In their order; a later one says that the earlier ones were done as well.
_COURSE: Final[tuple[str, ...]] = ("acknowledged_at", "departed_at", "arrived_at")
_MARKS: Final[dict[str, str]] = {
    "acknowledgement": "acknowledged_at",
    "departure": "departed_at",
    "arrival": "arrived_at",
}


def was_done(response: Response | None, noun: Noun) -> bool:
    """Whether asking again changes nothing."""
    if noun == "withdrawal":
        return response is not None and response.left_at is not None
    return response is not None and response.active and getattr(response, _MARKS[noun]) is not None


def after(response: Response, noun: Noun, at: datetime) -> Response:
    """The response with the step taken. Who taps 到场 first has acknowledged and left at that moment at the latest.

    Refuses `assist_not_answered` for a withdrawal of somebody who never said they would come.
    """
    if noun == "withdrawal":
        if response.acknowledged_at is None:
            raise Refusal("assist_not_answered")
        return left(response, at)
    if response.left_at is not None:  # they come after all: a new course
        response = replace(
            response, acknowledged_at=None, departed_at=None, arrived_at=None, left_at=None, handing_to=None
        )
    moments: dict[str, datetime] = {}
    floor: datetime | None = None
    for mark in _COURSE[: _COURSE.index(_MARKS[noun]) + 1]:
        floor = getattr(response, mark) or max(at, floor or at)
        moments[mark] = floor
    return replace(
        response,
        acknowledged_at=moments["acknowledged_at"],
        departed_at=moments.get("departed_at", response.departed_at),
        arrived_at=moments.get("arrived_at", response.arrived_at),
    )


def left(response: Response, at: datetime) -> Response:
    """The responder comes no longer: not before the last thing they did."""
    done = [moment for mark in _COURSE if (moment := getattr(response, mark)) is not None]
    return replace(response, left_at=max([at, *done]))
