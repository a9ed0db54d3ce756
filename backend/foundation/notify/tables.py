"""What people are told, where else they can be reached, and what became of each try."""

from piccolo.columns import JSON, UUID, Boolean, ForeignKey, Integer, Text, Timestamptz, Varchar
from piccolo.columns.base import OnDelete
from piccolo.table import Table

from backend.foundation.people.tables import Officer, Unit


class Notice(Table, tablename="notices"):
    """One thing one person is told; `words` stay in the house."""

    id = UUID(primary_key=True, default=None)
    officer = ForeignKey(Officer, null=False, on_delete=OnDelete.restrict)
    topic = Varchar(20)
    record_kind = Varchar(30)
    record_id = UUID(default=None)
    title = Varchar(80)
    words = Varchar(300, default="")
    urgent = Boolean(default=False)
    exercise = Boolean(default=False)
    created_at = Timestamptz(default=None)
    read_at = Timestamptz(null=True, default=None)


class NoticeAddress(Table, tablename="notice_addresses"):
    """Where a person or a unit's group can be reached outside. `session`: only as long as that browser is signed in."""

    id = UUID(primary_key=True, default=None)
    officer = ForeignKey(Officer, null=True, default=None, on_delete=OnDelete.restrict, index=True)
    unit = ForeignKey(Unit, null=True, default=None, on_delete=OnDelete.restrict, index=True)
    kind = Varchar(12)
    name = Varchar(40, default="")
    address = Text(default="")
    session = Varchar(64, default="")
    created_by = UUID(default=None)
    created_at = Timestamptz(default=None)
    removed_at = Timestamptz(null=True, default=None)


class NoticeWish(Table, tablename="notice_wishes"):
    """What a person or a unit wants outside the house: minutes of the day between which it is quiet, topics left out."""

    owner = UUID(primary_key=True, default=None)
    quiet_from = Integer(null=True, default=None)
    quiet_until = Integer(null=True, default=None)
    muted = JSON(default="[]")
    changed_at = Timestamptz(default=None)


class NoticeDelivery(Table, tablename="notice_deliveries"):
    """One notice on its way to one address. `next_at`: when it is tried next; a worker that tries moves it ahead first."""

    id = UUID(primary_key=True, default=None)
    notice = ForeignKey(Notice, null=False, on_delete=OnDelete.cascade)
    address = ForeignKey(NoticeAddress, null=False, on_delete=OnDelete.restrict)
    urgent = Boolean(default=False)
    state = Varchar(12)
    attempts = Integer(default=0)
    next_at = Timestamptz(default=None)
    failure = Varchar(120, default="")
    created_at = Timestamptz(default=None)
    ended_at = Timestamptz(null=True, default=None)
