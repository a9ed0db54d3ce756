"""What the server does by itself when nobody comes: which step, at which moment. Pure."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal

from backend.field.assists.rules.states import NOT_LEFT

Step = Literal["station", "leaders", "departure"]
STEPS: Final[tuple[Step, ...]] = ("station", "leaders", "departure")


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Counted from when the call arrived (`leaders`: from the step before)."""

    station: timedelta
    leaders: timedelta
    departure: timedelta


@dataclass(frozen=True, slots=True)
class Due:
    step: Step
    at: datetime


def thresholds(severity: str, settings: Mapping[str, int]) -> Thresholds:
    """By severity, from the township's settings."""
    station, leaders, departure = (
        timedelta(seconds=settings[f"assist.{severity}_{step}_seconds"]) for step in STEPS
    )
    return Thresholds(station, leaders, departure)


def next_step(state: str, since: datetime, done: Collection[str], limits: Thresholds) -> Due | None:
    """The next step that is to come. `since`: when this round of waiting began; `done`: its steps already taken.

    Nobody of the police has answered: station, then leaders. Nobody has left: departure.
    """
    waiting = state == "raised"
    coming = {
        "station": (waiting, since + limits.station),
        "leaders": (waiting, since + limits.station + limits.leaders),
        "departure": (state in NOT_LEFT, since + limits.departure),
    }
    due = [Due(step, coming[step][1]) for step in STEPS if coming[step][0] and step not in done]
    return min(due, key=lambda step: step.at, default=None)
