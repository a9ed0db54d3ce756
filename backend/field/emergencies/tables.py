"""突发事件处置: the emergency, its log, who is on it, the records that belong to it."""

from piccolo.columns import (
    UUID,
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

from backend.foundation.people.tables import Officer, Township, Unit


class Emergency(Table, tablename="emergencies"):
    """One emergency, open until `ended_at`."""

    id = UUID(primary_key=True, default=None)
    township = ForeignKey(Township, null=False, on_delete=OnDelete.restrict)
    unit = ForeignKey(Unit, null=False, on_delete=OnDelete.restrict)
    origin_kind = Varchar(30, default="")
    origin_id = UUID(null=True, default=None)
    exercise = Boolean(default=False)
    category = Varchar(40)
    address = Varchar(200, default="")
    lat = DoublePrecision(null=True, default=None)
    lon = DoublePrecision(null=True, default=None)
    accuracy_m = DoublePrecision(null=True, default=None)
    position_source = Varchar(8, default="none")
    happened_at = Timestamptz(default=None)
    created_by = ForeignKey(Officer, null=False, on_delete=OnDelete.restrict)
    made_at = Timestamptz(null=True, default=None)
    received_at = Timestamptz(default=None)
    device = UUID(null=True, default=None)
    clock_offset_s = DoublePrecision(null=True, default=None)
    ended_at = Timestamptz(null=True, default=None)
    ended_by = ForeignKey(Officer, null=True, default=None, on_delete=OnDelete.restrict)
    outcome = Text(default="")
    version = Integer(default=1)


class EmergencyEntry(Table, tablename="emergency_entries"):
    """One entry of the log; never written again. `corrects`: what it says instead of an earlier one. A `note` is for those
    who direct, and goes into no report."""

    id = UUID(primary_key=True, default=None)
    emergency = ForeignKey(Emergency, null=False, on_delete=OnDelete.restrict, index=True)
    number = Integer(default=0)
    at = Timestamptz(default=None)
    officer = ForeignKey(Officer, null=False, on_delete=OnDelete.restrict)
    note = Boolean(default=False)
    text = Text(default="")
    corrects = UUID(null=True, default=None)
    made_at = Timestamptz(null=True, default=None)
    received_at = Timestamptz(default=None)
    device = UUID(null=True, default=None)
    clock_offset_s = DoublePrecision(null=True, default=None)


class EmergencyMember(Table, tablename="emergency_members"):
    """Somebody on it, from being called in until they leave; without `officer` somebody who has no account here."""

    id = UUID(primary_key=True, default=None)
    emergency = ForeignKey(Emergency, null=False, on_delete=OnDelete.restrict, index=True)
    officer = ForeignKey(Officer, null=True, default=None, on_delete=OnDelete.restrict, index=True)
    name = Varchar(60)
    body = Varchar(60, default="")
    phone = Varchar(30, default="")
    asked_at = Timestamptz(default=None)
    asked_by = ForeignKey(Officer, null=False, on_delete=OnDelete.restrict)
    departed_at = Timestamptz(null=True, default=None)
    arrived_at = Timestamptz(null=True, default=None)
    left_at = Timestamptz(null=True, default=None)


class EmergencyLink(Table, tablename="emergency_links"):
    """A record that belongs to it: a call, a patrol, a finding, the report that came of it."""

    id = UUID(primary_key=True, default=None)
    emergency = ForeignKey(Emergency, null=False, on_delete=OnDelete.restrict, index=True)
    record_kind = Varchar(30)
    record_id = UUID(default=None)
    linked_by = ForeignKey(Officer, null=False, on_delete=OnDelete.restrict)
    at = Timestamptz(default=None)
