"""在岗: coming and going at the post, the codes of places, spot checks, hand-over notes."""

from piccolo.columns import UUID, DoublePrecision, ForeignKey, Integer, Timestamptz, Varchar
from piccolo.columns.base import OnDelete
from piccolo.table import Table

from backend.foundation.people.tables import Officer, Township
from backend.office.duty.tables import Assignment, Shift
from backend.office.places.tables import Place


class Turnout(Table, tablename="turnouts"):
    """签到 (`arrival`) or 签退 (`departure`) of whoever holds the assignment; `how` it was shown, and what the fence of the
    place says of the position (rules/fence.py). Nothing is written over: who comes again leaves a row more."""

    id = UUID(primary_key=True, default=None)
    township = ForeignKey(Township, null=False, on_delete=OnDelete.restrict)
    assignment = ForeignKey(Assignment, null=False, on_delete=OnDelete.restrict)
    noun = Varchar(10)
    at = Timestamptz(default=None)
    how = Varchar(10)
    fence = Varchar(8, default="")
    distance_m = Integer(null=True, default=None)
    lat = DoublePrecision(null=True, default=None)
    lon = DoublePrecision(null=True, default=None)
    accuracy_m = DoublePrecision(null=True, default=None)
    position_source = Varchar(8, default="none")
    note = Varchar(200, default="")
    recorded_by = ForeignKey(Officer, null=False, on_delete=OnDelete.restrict)
    made_at = Timestamptz(null=True, default=None)
    received_at = Timestamptz(default=None)
    device = UUID(null=True, default=None)
    clock_offset_s = DoublePrecision(null=True, default=None)


class Absence(Table, tablename="absences"):
    """That somebody did not come was told, once for each assignment."""

    id = UUID(primary_key=True, default=None)
    assignment = ForeignKey(Assignment, null=False, on_delete=OnDelete.restrict)
    noticed_at = Timestamptz(default=None)


class PlaceCode(Table, tablename="place_codes"):
    """The code that hangs at a place: its id is what nobody guesses (122 random bits). One is valid at a time."""

    id = UUID(primary_key=True, default=None)
    place = ForeignKey(Place, null=False, on_delete=OnDelete.restrict)
    made_by = ForeignKey(Officer, null=False, on_delete=OnDelete.restrict)
    made_at = Timestamptz(default=None)
    ended_at = Timestamptz(null=True, default=None)


class SpotCheck(Table, tablename="spot_checks"):
    """在岗抽查: where somebody on duty is, asked for and answered by position."""

    id = UUID(primary_key=True, default=None)
    township = ForeignKey(Township, null=False, on_delete=OnDelete.restrict)
    officer = ForeignKey(Officer, null=False, on_delete=OnDelete.restrict)
    place = ForeignKey(Place, null=True, default=None, on_delete=OnDelete.restrict)
    asked_by = ForeignKey(Officer, null=False, on_delete=OnDelete.restrict)
    asked_at = Timestamptz(default=None)
    due_at = Timestamptz(default=None)
    answered_at = Timestamptz(null=True, default=None)
    received_at = Timestamptz(null=True, default=None)
    fence = Varchar(8, default="")
    distance_m = Integer(null=True, default=None)
    lat = DoublePrecision(null=True, default=None)
    lon = DoublePrecision(null=True, default=None)
    accuracy_m = DoublePrecision(null=True, default=None)
    position_source = Varchar(8, default="none")
    note = Varchar(200, default="")
    version = Integer(default=1)


class HandoverNote(Table, tablename="handover_notes"):
    """交接班记录: what is open when a shift ends, and what is handed over with it."""

    id = UUID(primary_key=True, default=None)
    township = ForeignKey(Township, null=False, on_delete=OnDelete.restrict)
    shift = ForeignKey(Shift, null=False, on_delete=OnDelete.restrict)
    open_matters = Varchar(1000, default="")
    equipment = Varchar(500, default="")
    written_by = ForeignKey(Officer, null=False, on_delete=OnDelete.restrict)
    written_at = Timestamptz(default=None)
    made_at = Timestamptz(null=True, default=None)
    received_at = Timestamptz(default=None)
    device = UUID(null=True, default=None)
    clock_offset_s = DoublePrecision(null=True, default=None)


class HandoverReading(Table, tablename="handover_readings"):
    """Somebody of the shift that follows has read it."""

    id = UUID(primary_key=True, default=None)
    note = ForeignKey(HandoverNote, null=False, on_delete=OnDelete.cascade)
    officer = ForeignKey(Officer, null=False, on_delete=OnDelete.restrict)
    at = Timestamptz(default=None)
