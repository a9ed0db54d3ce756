"""突发事件信息报送 (M22): the incident, its reports, who is told, what else was done."""

from piccolo.columns import (
    JSON,
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


class Incident(Table, tablename="incidents"):
    """One incident. What was reported is never rewritten: the next report says it anew."""

    id = UUID(primary_key=True, default=None)
    township = ForeignKey(Township, null=False, on_delete=OnDelete.restrict)
    unit = ForeignKey(Unit, null=False, on_delete=OnDelete.restrict)
    body = ForeignKey(Unit, null=False, on_delete=OnDelete.restrict)  # the government that reports
    origin_kind = Varchar(30, default="")
    origin_id = UUID(null=True, default=None)
    exercise = Boolean(default=False)
    category = Varchar(40)
    alarm_number = Varchar(40, default="")  # 110 接警编号
    happened_at = Timestamptz(default=None)
    lat = DoublePrecision(null=True, default=None)
    lon = DoublePrecision(null=True, default=None)
    accuracy_m = DoublePrecision(null=True, default=None)
    position_source = Varchar(8, default="none")
    far_reason = Varchar(200, default="")
    address = Varchar(200, default="")
    late_reason = Varchar(200, default="")
    created_by = ForeignKey(Officer, null=False, on_delete=OnDelete.restrict)
    made_at = Timestamptz(null=True, default=None)
    received_at = Timestamptz(default=None)
    device = UUID(null=True, default=None)
    clock_offset_s = DoublePrecision(null=True, default=None)
    photos = JSON(default="[]")  # ids of photos of the origin that go along
    told_at = Timestamptz(default=None)  # the first report: when it arrived, or was said by telephone before
    state = Varchar(12, default="reported")
    over_at = Timestamptz(null=True, default=None)  # 现场处置结束
    ended_at = Timestamptz(null=True, default=None)  # 终报 or 撤回
    version = Integer(default=1)


class IncidentReport(Table, tablename="incident_reports"):
    """One report: waiting for a leader's signature, returned by them, or issued."""

    id = UUID(primary_key=True, default=None)
    incident = ForeignKey(Incident, null=False, on_delete=OnDelete.restrict)
    number = Integer(default=1)
    kind = Varchar(10, default="first")
    facts = Text(default="")
    injured = Integer(null=True, default=None)
    dead = Integer(null=True, default=None)
    measures = Text(default="")
    explained = Text(default="")
    coming = Text(default="")
    written_by = ForeignKey(Officer, null=False, on_delete=OnDelete.restrict)
    written_at = Timestamptz(default=None)
    issued_at = Timestamptz(null=True, default=None)
    issued_by = ForeignKey(Officer, null=True, default=None, on_delete=OnDelete.restrict)
    signed_off = Boolean(default=False)
    letter = UUID(null=True, default=None)
    returned_at = Timestamptz(null=True, default=None)
    returned_by = ForeignKey(Officer, null=True, default=None, on_delete=OnDelete.restrict)
    return_reason = Varchar(500, default="")


class IncidentAddressee(Table, tablename="incident_addressees"):
    """A body the incident is reported to; the one of rank 0 stands at the head of the paper, the others get copies."""

    id = UUID(primary_key=True, default=None)
    incident = ForeignKey(Incident, null=False, on_delete=OnDelete.restrict)
    unit = ForeignKey(Unit, null=False, on_delete=OnDelete.restrict, index=True)
    rank = Integer(default=0)


class IncidentStep(Table, tablename="incident_steps"):
    """What was done besides reporting: explained to the people on scene, said by telephone, read, the scene over, taken back.

    `unit` is the body told (`tellings`), else that of the officer.
    """

    id = UUID(primary_key=True, default=None)
    incident = ForeignKey(Incident, null=False, on_delete=OnDelete.restrict, index=True)
    number = Integer(default=0)
    noun = Varchar(12)
    at = Timestamptz(default=None)
    received_at = Timestamptz(default=None)
    officer = ForeignKey(Officer, null=False, on_delete=OnDelete.restrict)
    unit = ForeignKey(Unit, null=False, on_delete=OnDelete.restrict)
    channel = Varchar(12, default="")
    speaker = Varchar(60, default="")
    speaker_position = Varchar(40, default="")
    head_count = Integer(null=True, default=None)
    text = Text(default="")
