"""The pieces bodies are made of."""

from typing import Annotated, Literal
from uuid import UUID

import msgspec

from backend.foundation.web.api import Moment
from backend.foundation.web.bodies import Body

UnitCode = Annotated[str, msgspec.Meta(min_length=1, max_length=32)]
MatterCode = Annotated[str, msgspec.Meta(max_length=40)]
Note = Annotated[str, msgspec.Meta(max_length=500)]
Reason = Annotated[str, msgspec.Meta(max_length=200)]
Text = Annotated[str, msgspec.Meta(min_length=1, max_length=5000)]
Facts = Annotated[str, msgspec.Meta(max_length=8000)]
Address = Annotated[str, msgspec.Meta(max_length=200)]
Name = Annotated[str, msgspec.Meta(min_length=1, max_length=60)]
Title = Annotated[str, msgspec.Meta(min_length=1, max_length=120)]
Number = Annotated[str, msgspec.Meta(min_length=1, max_length=60)]
Sha256 = Annotated[str, msgspec.Meta(pattern="^[0-9a-fA-F]{64}$")]
Days = Annotated[int, msgspec.Meta(ge=1, le=366)]
People = Annotated[list[Name], msgspec.Meta(min_length=1, max_length=10)]


class StopRecord(Body, kw_only=True):
    """Who stopped it, when, how. `by`: usernames or names, one or several; `act` is the place's own unless said."""

    at: Moment
    by: People | Name
    how: Annotated[str, msgspec.Meta(min_length=1, max_length=500)]
    act: Literal["persuade", "order", "measures"] | None = None


class NoticeRecord(Body, kw_only=True):
    """Who told the other side, when, how; `whom` is who was told."""

    at: Moment
    by: People | Name
    how: Annotated[str, msgspec.Meta(min_length=1, max_length=500)]
    whom: Annotated[str, msgspec.Meta(max_length=60)] | None = None


class DelegatedBy(Body, kw_only=True):
    """The provision that lets a part of a body send in its own name: 《title》article."""

    source: Literal["law", "regulation", "rule"]
    title: Title
    article: Name


class OnBehalf(Body, kw_only=True):
    """代录: who of a body without accounts acted, how the sender knows, and the paper that proves it."""

    name: Name
    channel: Literal["paper", "phone", "in_person", "other"]
    proof: UUID
