"""Photos and their redactions; the bytes themselves lie in storage under their SHA-256."""

from piccolo.columns import (
    JSON,
    UUID,
    BigInt,
    Boolean,
    DoublePrecision,
    ForeignKey,
    Integer,
    Text,
    Timestamptz,
    Varchar,
)
from piccolo.columns.base import OnDelete
from piccolo.table import Table


class Photo(Table, tablename="photos"):
    """A picture taken on duty. It may arrive before its subject and before its own bytes (`content_at`)."""

    id = UUID(primary_key=True, default=None)
    township = UUID(null=True, default=None)
    subject_kind = Varchar(30)
    subject_id = UUID(default=None)
    taken_at = Timestamptz(default=None)
    lat = DoublePrecision(null=True, default=None)
    lon = DoublePrecision(null=True, default=None)
    accuracy_m = DoublePrecision(null=True, default=None)
    position_source = Varchar(8, default="none")
    source = Varchar(8)  # camera or gallery
    sha256 = Varchar(64)
    size = BigInt()
    media_type = Varchar(40)
    created_by = UUID(default=None)
    device = UUID(null=True, default=None)
    made_at = Timestamptz(null=True, default=None)
    received_at = Timestamptz(default=None)
    clock_offset_s = DoublePrecision(null=True, default=None)
    content_at = Timestamptz(null=True, default=None)
    exif = JSON(null=True, default=None)
    corroboration = Varchar(40, default="")  # agrees, none, or what contradicts
    renditions = Varchar(12, default="waiting")  # waiting, ready, failed
    rendition_failure = Text(default="")
    width = Integer(null=True, default=None)
    height = Integer(null=True, default=None)
    late = Boolean(default=False)  # arrived after its patrol was filed
    removed_at = Timestamptz(null=True, default=None)
    version = Integer(default=1)


class Redaction(Table, tablename="redactions"):
    """Boxes burnt into the copy that leaves; the newest set of a photo counts."""

    id = UUID(primary_key=True, default=None)
    photo = ForeignKey(Photo, null=False, on_delete=OnDelete.restrict, index=True)
    boxes = JSON(default="[]")  # [{x, y, w, h}] as parts of the picture, 0…1
    drawn_by = UUID(default=None)
    drawn_at = Timestamptz(default=None)
