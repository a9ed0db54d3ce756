"""What the API takes for patrols. Lengths are those of the columns."""

from typing import Annotated, Literal
from uuid import UUID

import msgspec
from msgspec import UNSET, UnsetType

from backend.foundation.web.api import Acted, Latitude, Longitude, Metres, Moment
from backend.foundation.web.bodies import Body

Kind = Literal["joint", "routine", "pre_event", "campaign", "stand_by"]
Title = Annotated[str, msgspec.Meta(min_length=1, max_length=120)]
Route = Annotated[str, msgspec.Meta(max_length=2000)]
Summary = Annotated[str, msgspec.Meta(max_length=5000)]
Username = Annotated[str, msgspec.Meta(min_length=1, max_length=40)]
Crew = Annotated[list[Username], msgspec.Meta(max_length=60)]
Note = Annotated[str, msgspec.Meta(max_length=200)]
Word = Annotated[str, msgspec.Meta(min_length=1, max_length=40)]
Text = Annotated[str, msgspec.Meta(min_length=1, max_length=5000)]
Version = Annotated[int, msgspec.Meta(ge=1)]
Sha256 = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]
Seq = Annotated[int, msgspec.Meta(ge=0, le=2_000_000_000)]


class PatrolBody(Body, kw_only=True):
    """PUT /patrols/{uuid}: planned (planned_from) or started (started_at), or already over."""

    kind: Kind
    title: Title
    crew: Crew
    planned_route: Route | None = None
    planned_from: Moment | None = None
    planned_until: Moment | None = None
    started_at: Moment | None = None
    ended_at: Moment | None = None
    summary: Summary | None = None
    made_at: Moment | None = None


class PatrolChange(Body, kw_only=True):
    """PATCH /patrols/{uuid}: the fields that change; null clears; `base` is the version it was made on."""

    kind: Kind | UnsetType = UNSET
    title: Title | UnsetType = UNSET
    crew: Crew | UnsetType = UNSET
    planned_route: Route | UnsetType | None = UNSET
    planned_from: Moment | UnsetType | None = UNSET
    planned_until: Moment | UnsetType | None = UNSET
    started_at: Moment | UnsetType | None = UNSET
    ended_at: Moment | UnsetType | None = UNSET
    summary: Summary | UnsetType | None = UNSET
    base: Version | None = None
    made_at: Moment | None = None


class Act(Acted, kw_only=True):
    """A state change, with a word about it."""

    note: Note | None = None


class Filing(Act, kw_only=True):
    """POST …/filing: with the summary where one was being written, made on version `base`."""

    summary: Summary | UnsetType | None = UNSET
    base: int | None = None


class Pause(Act, kw_only=True):
    """POST …/pause: why, in a word known or free."""

    reason: Word


class Cancellation(Act, kw_only=True):
    """POST …/cancellation."""

    reason: Annotated[str, msgspec.Meta(min_length=1, max_length=200)]


class Joining(Act, kw_only=True):
    """POST …/crew."""

    username: Username


class AttendanceBody(Act, kw_only=True):
    """POST …/attendance: `unit` by code; without it the caller's own."""

    unit: Annotated[str, msgspec.Meta(max_length=32)] | None = None


class ConductBody(Act, kw_only=True):
    """POST …/conduct: which points held."""

    points: dict[Word, bool]


class RecordingBody(Act, kw_only=True):
    """POST …/recordings: one line of the recorder register (M25)."""

    recorder: Word
    from_at: Moment
    until_at: Moment
    kept_at: Annotated[str, msgspec.Meta(min_length=1, max_length=120)]
    file_name: Annotated[str, msgspec.Meta(max_length=120)] | None = None
    sha256: Sha256 | None = None


class PassingBody(Act, kw_only=True):
    """POST …/passings: a key place tapped by hand."""

    place: UUID


class AddendumBody(Act, kw_only=True):
    """POST …/addenda."""

    text: Text
    reason: Note | None = None


class RemarkBody(Act, kw_only=True):
    """POST …/remarks and …/returns."""

    text: Text


class Point(Body, kw_only=True):
    """One fix of a track; `seq` counts from 0 on each device."""

    seq: Seq
    at: Moment
    lat: Latitude
    lon: Longitude
    accuracy_m: Metres | None = None


class TrackBody(Body, kw_only=True):
    """POST …/track."""

    points: list[Point]
    device: UUID | None = None
    made_at: Moment | None = None
