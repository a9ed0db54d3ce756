"""报平安: the timer of one visit, and everything said or done on it."""

from piccolo.columns import (
    UUID,
    Boolean,
    DoublePrecision,
    ForeignKey,
    Integer,
    Timestamptz,
    Varchar,
)
from piccolo.columns.base import OnDelete
from piccolo.table import Table

from backend.foundation.people.tables import Officer, Township, Unit


class Checkin(Table, tablename="checkins"):
    """One visit. Grace and second wait are those of the township when it began; `next_*` is what the server does next."""

    id = UUID(primary_key=True, default=None)
    township = ForeignKey(Township, null=False, on_delete=OnDelete.restrict)
    unit = ForeignKey(Unit, null=False, on_delete=OnDelete.restrict)
    officer = ForeignKey(Officer, null=False, on_delete=OnDelete.restrict)
    begun_by = ForeignKey(Officer, null=False, on_delete=OnDelete.restrict)
    place = Varchar(200)
    reason = Varchar(40)
    note = Varchar(500, default="")
    exercise = Boolean(default=False)
    interval_minutes = Integer(default=None)
    grace_minutes = Integer(default=None)
    second_minutes = Integer(default=None)
    begun_at = Timestamptz(default=None)
    made_at = Timestamptz(null=True, default=None)
    received_at = Timestamptz(default=None)
    device = UUID(null=True, default=None)
    clock_offset_s = DoublePrecision(null=True, default=None)
    well_at = Timestamptz(default=None)  # the beginning, or the last 报平安
    lat = DoublePrecision(null=True, default=None)
    lon = DoublePrecision(null=True, default=None)
    accuracy_m = DoublePrecision(null=True, default=None)
    position_source = Varchar(8, default="none")
    position_at = Timestamptz(null=True, default=None)
    next_at = Timestamptz(null=True, default=None)
    next_step = Varchar(10, default="")
    assist = UUID(null=True, default=None)  # the call for help that was made when nothing came
    ended_at = Timestamptz(null=True, default=None)
    ended_by = ForeignKey(Officer, null=True, default=None, on_delete=OnDelete.restrict)
    version = Integer(default=1)


class CheckinStep(Table, tablename="checkin_steps"):
    """报平安 or the end, by whom and where on somebody's behalf how they said it; or what the server did (no officer)."""

    id = UUID(primary_key=True, default=None)
    checkin = ForeignKey(Checkin, null=False, on_delete=OnDelete.restrict, index=True)
    number = Integer(default=0)
    noun = Varchar(10)
    at = Timestamptz(default=None)
    received_at = Timestamptz(default=None)
    officer = ForeignKey(Officer, null=True, default=None, on_delete=OnDelete.restrict)
    channel = Varchar(12, default="")
    words = Varchar(500, default="")
