"""What the API takes for emergencies. Lengths are those of the columns."""

from typing import Annotated
from uuid import UUID

import msgspec

from backend.foundation.web.api import Acted, Moment, Origin, Position
from backend.foundation.web.bodies import Body

Word = Annotated[str, msgspec.Meta(min_length=1, max_length=40)]
Text = Annotated[str, msgspec.Meta(max_length=2000)]
Address = Annotated[str, msgspec.Meta(max_length=200)]
Name = Annotated[str, msgspec.Meta(max_length=60)]
Phone = Annotated[str, msgspec.Meta(max_length=30)]
Username = Annotated[str, msgspec.Meta(min_length=1, max_length=60)]
People = Annotated[list[Username], msgspec.Meta(max_length=200)]


class EmergencyBody(Body, kw_only=True):
    """PUT /emergencies/{uuid}: open the moment it arrives. `text` is the first entry of the log, `people` are called in at
    once. What comes from a drill is a drill, whatever is said here."""

    category: Word
    happened_at: Moment
    text: Text | None = None
    address: Address | None = None
    position: Position = msgspec.field(default_factory=Position)
    people: People = msgspec.field(default_factory=list)
    origin: Origin | None = None
    exercise: bool = False
    made_at: Moment | None = None


class EntryBody(Acted, kw_only=True):
    """PUT …/entries/{uuid}: what happened `at`. `note`: for those who direct, in no report; `corrects`: the id of the entry
    it stands for from now on."""

    text: Text
    note: bool = False
    corrects: UUID | None = None


class Calling(Acted, kw_only=True):
    """POST …/people: officers by username, or one person without an account by `name`."""

    people: People = msgspec.field(default_factory=list)
    name: Name | None = None
    body: Name | None = None
    phone: Phone | None = None


class Act(Acted, kw_only=True):
    """POST …/people/{uuid}/departure, /arrival, /leaving."""


class Ending(Acted, kw_only=True):
    """POST …/ending: how it ended."""

    outcome: Text | None = None


class Linking(Acted, kw_only=True):
    """POST …/links: a record that belongs to it."""

    kind: Annotated[str, msgspec.Meta(min_length=1, max_length=30)]
    id: UUID
