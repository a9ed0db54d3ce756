"""One row an officer and device: what it told last."""

from piccolo.columns import UUID, BigInt, Boolean, DoublePrecision, ForeignKey, Integer, Timestamptz, Varchar
from piccolo.columns.base import OnDelete
from piccolo.table import Table

from backend.foundation.people.tables import Officer


class Phone(Table, tablename="phones"):
    """`waiting` counts envelopes, photos and refused ones among them; `oldest_at` is when the first that waits was made.

    `room_bytes` is what the browser says is left for it; `persisted` that it promised not to clear it away.
    """

    id = UUID(primary_key=True, default=None)
    officer = ForeignKey(Officer, null=False, on_delete=OnDelete.cascade)
    device = UUID(null=False)
    name = Varchar(80)
    waiting = Integer(default=0)
    photos = Integer(default=0)
    refused = Integer(default=0)
    oldest_at = Timestamptz(null=True, default=None)
    room_bytes = BigInt(null=True, default=None)
    persisted = Boolean(default=False)
    clock_offset_s = DoublePrecision(null=True, default=None)
    reported_at = Timestamptz(null=False)
