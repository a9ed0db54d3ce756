"""Photos as they come over the wire; media types and sizes are held by rules.admit."""

from typing import Annotated, Literal
from uuid import UUID

import msgspec

from backend.foundation.evidence.redaction import MOST_BOXES, Box
from backend.foundation.web.api import Moment, Position
from backend.foundation.web.bodies import Body

Digest = Annotated[str, msgspec.Meta(pattern="^[0-9a-fA-F]{64}$")]
Word = Annotated[str, msgspec.Meta(min_length=1, max_length=30)]


class Subject(Body):
    """The record the photo is evidence for. It may arrive later than the photo."""

    kind: Word
    id: UUID


class PhotoBody(Body):
    """PUT /photos/{uuid}. `bytes` and `sha256` are those of the content that follows."""

    subject: Subject
    taken_at: Moment
    source: Literal["camera", "gallery"]
    sha256: Digest
    bytes: Annotated[int, msgspec.Meta(ge=1)]
    media_type: Annotated[str, msgspec.Meta(min_length=3, max_length=120)]
    position: Position = msgspec.field(default_factory=Position)
    made_at: Moment | None = None


class RedactionBody(Body):
    """POST /photos/{uuid}/redactions: the whole set; an empty one lifts the redaction."""

    boxes: Annotated[list[Box], msgspec.Meta(max_length=MOST_BOXES)]


class RemovalBody(Body):
    """POST /photos/{uuid}/removal."""

    note: Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
