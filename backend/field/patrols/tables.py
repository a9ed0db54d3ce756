"""联合巡查 (M03): the patrol and everything written on its page of the ledger."""

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

from backend.foundation.people.tables import Officer, Township, Unit
from backend.office.places.tables import Place


class Patrol(Table, tablename="patrols"):
    """One patrol. Counts and unit names are kept on the row so that the ledger reads one table."""

    id = UUID(primary_key=True, default=None)
    township = ForeignKey(Township, null=False, on_delete=OnDelete.restrict)
    unit = ForeignKey(Unit, null=False, on_delete=OnDelete.restrict)
    kind = Varchar(12)
    title = Varchar(120)
    planned_route = Text(default="")
    planned_from = Timestamptz(null=True, default=None)
    planned_until = Timestamptz(null=True, default=None)
    started_at = Timestamptz(null=True, default=None)
    ended_at = Timestamptz(null=True, default=None)
    summary = Text(default="")
    created_by = ForeignKey(Officer, null=False, on_delete=OnDelete.restrict)
    made_at = Timestamptz(null=True, default=None)
    received_at = Timestamptz(default=None)
    device = UUID(null=True, default=None)
    clock_offset_s = DoublePrecision(null=True, default=None)
    cancelled_at = Timestamptz(null=True, default=None)
    cancelled_by = UUID(null=True, default=None)
    cancel_reason = Varchar(200, default="")
    filed_at = Timestamptz(null=True, default=None)
    filed_by = UUID(null=True, default=None)
    number = Varchar(40, null=True, default=None)
    overlapping = Boolean(default=False)
    overwritten = Boolean(default=False)  # a change without `base` came over somebody else's
    unit_names = Varchar(400, default="")
    unit_count = Integer(default=0)
    finding_count = Integer(default=0)
    photo_count = Integer(default=0)
    length_m = DoublePrecision(default=0.0)
    measured_fixes = Integer(default=0)  # how many fixes length_m was measured from
    review = Varchar(10, default="none")  # none, read, returned, amended: where the leader's reading stands
    sort_at = Timestamptz(default=None)  # started_at, else planned_from, else received_at
    version = Integer(default=1)
    field_versions = JSON(default="{}")


class CrewMember(Table, tablename="crew"):
    """One stay of one officer on a patrol; leaving and coming back are two rows."""

    id = UUID(primary_key=True, default=None)
    patrol = ForeignKey(Patrol, null=False, on_delete=OnDelete.restrict, index=True)
    officer = ForeignKey(Officer, null=False, on_delete=OnDelete.restrict)
    unit = ForeignKey(Unit, null=False, on_delete=OnDelete.restrict)
    joined_at = Timestamptz(null=True, default=None)
    left_at = Timestamptz(null=True, default=None)


class Attendance(Table, tablename="attendances"):
    """A unit's own word that its people were there; one per patrol and unit."""

    id = UUID(primary_key=True, default=None)
    patrol = ForeignKey(Patrol, null=False, on_delete=OnDelete.restrict, index=True)
    unit = ForeignKey(Unit, null=False, on_delete=OnDelete.restrict)
    confirmed_by = UUID(default=None)
    at = Timestamptz(default=None)
    note = Varchar(200, default="")


class Pause(Table, tablename="pauses"):
    """An interruption with its reason; open while `resumed_at` is empty."""

    id = UUID(primary_key=True, default=None)
    patrol = ForeignKey(Patrol, null=False, on_delete=OnDelete.restrict, index=True)
    paused_at = Timestamptz(default=None)
    reason = Varchar(40)
    resumed_at = Timestamptz(null=True, default=None)


class ConductCheck(Table, tablename="conduct_checks"):
    """着装与行为检查: which points held, by whom it was checked."""

    id = UUID(primary_key=True, default=None)
    patrol = ForeignKey(Patrol, null=False, on_delete=OnDelete.restrict, index=True)
    checked_by = UUID(default=None)
    at = Timestamptz(default=None)
    points = JSON(default="{}")  # point of rules.conduct.POINTS -> bool
    note = Varchar(200, default="")


class Recording(Table, tablename="recordings"):
    """音像记录登记 (M25): which recorder ran when, the file, its SHA-256 and where it is kept."""

    id = UUID(primary_key=True, default=None)
    patrol = ForeignKey(Patrol, null=False, on_delete=OnDelete.restrict, index=True)
    recorder = Varchar(40)
    from_at = Timestamptz(default=None)
    until_at = Timestamptz(default=None)
    file_name = Varchar(120, default="")
    sha256 = Varchar(64, default="")
    kept_at = Varchar(120)
    entered_by = UUID(default=None)
    at = Timestamptz(default=None)


class Passing(Table, tablename="passings"):
    """A key place passed, found from the track or tapped by hand; one per patrol and place."""

    id = UUID(primary_key=True, default=None)
    patrol = ForeignKey(Patrol, null=False, on_delete=OnDelete.restrict, index=True)
    place = ForeignKey(Place, null=False, on_delete=OnDelete.restrict)
    at = Timestamptz(default=None)
    by_hand = Boolean(default=False)


class TrackPoint(Table, tablename="track_points"):
    """A fix; named by (patrol, device, seq), which a unique index guards."""

    id = UUID(primary_key=True, default=None)
    patrol = ForeignKey(Patrol, null=False, on_delete=OnDelete.restrict)
    officer = UUID(default=None)
    device = UUID(default=None)
    seq = BigInt()
    at = Timestamptz(default=None)
    lat = DoublePrecision()
    lon = DoublePrecision()
    accuracy_m = DoublePrecision(null=True, default=None)
    late = Boolean(default=False)  # came after the filing: shown, never measured


class Addendum(Table, tablename="addenda"):
    """补记: what is added after filing. `late` marks what was made before the filing and arrived after it."""

    id = UUID(primary_key=True, default=None)
    patrol = ForeignKey(Patrol, null=False, on_delete=OnDelete.restrict, index=True)
    written_by = UUID(default=None)
    at = Timestamptz(default=None)
    made_at = Timestamptz(null=True, default=None)
    reason = Varchar(200, default="")
    text = Text()
    late = Boolean(default=False)


class Remark(Table, tablename="remarks"):
    """批示 of a leader on a patrol; `returned` asks for an addendum before it is read again."""

    id = UUID(primary_key=True, default=None)
    patrol = ForeignKey(Patrol, null=False, on_delete=OnDelete.restrict, index=True)
    written_by = UUID(default=None)
    at = Timestamptz(default=None)
    text = Text()
    returned = Boolean(default=False)
