"""The hash chain: one per township, one per county body."""

from piccolo.columns import UUID, BigInt, ForeignKey, Text, Timestamptz, Varchar
from piccolo.columns.base import OnDelete
from piccolo.table import Table


class Chain(Table, tablename="chains"):
    """Where a chain stands: its last `seq` and the SHA-256 `head` over all events so far."""

    id = UUID(primary_key=True, default=None)
    seq = BigInt(default=0)
    head = Varchar(64, default="")


class Event(Table, tablename="events"):
    """One link. `digest` covers the salted payload, `head` covers this link and all before it."""

    id = UUID(primary_key=True, default=None)
    chain = ForeignKey(Chain, null=False, on_delete=OnDelete.restrict)
    seq = BigInt()
    kind = Varchar(60)
    record_kind = Varchar(30)
    record_id = UUID(default=None)
    actor = UUID(null=True, default=None)
    made_at = Timestamptz(null=True, default=None)
    received_at = Timestamptz(default=None)
    digest = Varchar(64)
    head = Varchar(64)


class Payload(Table, tablename="payloads"):
    """What the event said, apart from the chain so that retention may erase it and the chain still holds."""

    id = UUID(primary_key=True, default=None)
    salt = Varchar(32)
    body = Text(null=True, default=None)
    erased_at = Timestamptz(null=True, default=None)


class ReceiptRow(Table, tablename="receipts"):
    """What the server acknowledged: the first accepted content under a record id or an idempotency key."""

    id = UUID(primary_key=True, default=None)
    record_kind = Varchar(30)
    record_id = UUID(default=None)
    officer = UUID(default=None)
    township = UUID(null=True, default=None)
    digest = Varchar(64)
    received_at = Timestamptz(default=None)
    chain = UUID(default=None)
    seq = BigInt()
    head = Varchar(64)
    signature = Varchar(128)
