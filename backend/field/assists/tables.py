"""支援 (M04): the call, who came and when, where everybody was, what the server did by itself."""

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

from backend.foundation.people.tables import County, Officer, Township, Unit


class Assist(Table, tablename="assists"):
    """One call. `state` and the first moments are kept from its responses; the position is the best one known."""

    id = UUID(primary_key=True, default=None)
    county = ForeignKey(County, null=False, on_delete=OnDelete.restrict)
    township = ForeignKey(Township, null=True, default=None, on_delete=OnDelete.restrict)
    chain = UUID(default=None)  # the journal it is written in: the township's, else that of the raiser's body
    unit = ForeignKey(Unit, null=False, on_delete=OnDelete.restrict)
    raised_by = ForeignKey(Officer, null=False, on_delete=OnDelete.restrict, index=True)
    status = Varchar(8, default="actual")  # CAP: actual, exercise, test
    severity = Varchar(10, default="emergency")
    reason = Varchar(40, default="")
    note = Varchar(500, default="")
    phone = Varchar(30, default="")
    hazards = JSON(default="[]")  # what is dangerous there, in words
    patrol = UUID(null=True, default=None)  # no key: the call must not wait for its patrol to arrive
    finding = UUID(null=True, default=None)
    origin_kind = Varchar(30, default="")
    origin_id = UUID(null=True, default=None)
    lat = DoublePrecision(null=True, default=None)
    lon = DoublePrecision(null=True, default=None)
    accuracy_m = DoublePrecision(null=True, default=None)
    position_source = Varchar(8, default="none")
    position_at = Timestamptz(null=True, default=None)
    position_marks = JSON(default="[]")
    raised_at = Timestamptz(default=None)
    made_at = Timestamptz(null=True, default=None)
    received_at = Timestamptz(default=None)
    device = UUID(null=True, default=None)
    clock_offset_s = DoublePrecision(null=True, default=None)
    alarm_number = Varchar(40, default="")  # 110 接警编号
    state = Varchar(12, default="raised")
    responded_at = Timestamptz(null=True, default=None)  # first by anybody
    acknowledged_at = Timestamptz(null=True, default=None)  # first by police, as departed_at and arrived_at
    departed_at = Timestamptz(null=True, default=None)
    arrived_at = Timestamptz(null=True, default=None)
    ended_at = Timestamptz(null=True, default=None)
    ended_by = UUID(null=True, default=None)
    end_reason = Varchar(200, default="")
    evidence = Text(default="")
    dispersed = Integer(null=True, default=None)
    injured = Integer(null=True, default=None)
    outcome = Text(default="")
    outcome_by = UUID(null=True, default=None)
    outcome_at = Timestamptz(null=True, default=None)
    round = Integer(default=1)  # one more each time everybody who had answered left again
    round_since = Timestamptz(default=None)
    next_at = Timestamptz(null=True, default=None)
    next_step = Varchar(10, default="")
    overwritten = Boolean(default=False)
    version = Integer(default=1)
    field_versions = JSON(default="{}")


class AssistResponse(Table, tablename="assist_responses"):
    """One responder with their own times; without `officer` somebody who has no account here."""

    id = UUID(primary_key=True, default=None)
    assist = ForeignKey(Assist, null=False, on_delete=OnDelete.restrict, index=True)
    officer = ForeignKey(Officer, null=True, default=None, on_delete=OnDelete.restrict)
    name = Varchar(60)
    unit = ForeignKey(Unit, null=True, default=None, on_delete=OnDelete.restrict)
    police = Boolean(default=False)
    asked_at = Timestamptz(null=True, default=None)  # somebody wants to hand over to them
    acknowledged_at = Timestamptz(null=True, default=None)
    departed_at = Timestamptz(null=True, default=None)
    arrived_at = Timestamptz(null=True, default=None)
    left_at = Timestamptz(null=True, default=None)
    handing_to = UUID(null=True, default=None)  # leaves once this response is acknowledged


class AssistStep(Table, tablename="assist_steps"):
    """One act: by whom it was tapped, for which response, and where on somebody's behalf, how they said it."""

    id = UUID(primary_key=True, default=None)
    assist = ForeignKey(Assist, null=False, on_delete=OnDelete.restrict, index=True)
    response = UUID(null=True, default=None)
    noun = Varchar(20)
    at = Timestamptz(default=None)
    received_at = Timestamptz(default=None)
    officer = ForeignKey(Officer, null=False, on_delete=OnDelete.restrict)
    on_behalf = Boolean(default=False)
    channel = Varchar(12, default="")
    words = Varchar(500, default="")


class AssistPosition(Table, tablename="assist_positions"):
    """Where the raiser was while it was open, and a responder while under way, as the device said it."""

    id = UUID(primary_key=True, default=None)
    assist = ForeignKey(Assist, null=False, on_delete=OnDelete.restrict, index=True)
    officer = ForeignKey(Officer, null=False, on_delete=OnDelete.restrict)
    at = Timestamptz(default=None)
    received_at = Timestamptz(default=None)
    lat = DoublePrecision(null=True, default=None)
    lon = DoublePrecision(null=True, default=None)
    accuracy_m = DoublePrecision(null=True, default=None)
    source = Varchar(8, default="none")
    marks = JSON(default="[]")


class AssistEscalation(Table, tablename="assist_escalations"):
    """One step the server took by itself, once in each round, dated at its limit."""

    id = UUID(primary_key=True, default=None)
    assist = ForeignKey(Assist, null=False, on_delete=OnDelete.restrict, index=True)
    round = Integer()
    step = Varchar(10)
    due_at = Timestamptz(default=None)
    given_at = Timestamptz(default=None)


class AssistFollowup(Table, tablename="assist_followups"):
    """A record that came out of it: a finding, a handoff, a hazard, an incident report."""

    id = UUID(primary_key=True, default=None)
    assist = ForeignKey(Assist, null=False, on_delete=OnDelete.restrict, index=True)
    record_kind = Varchar(30)
    record_id = UUID(default=None)
    linked_by = ForeignKey(Officer, null=False, on_delete=OnDelete.restrict)
    at = Timestamptz(default=None)


class AlarmContact(Table, tablename="alarm_contacts"):
    """电话名单: who of a township is called when nobody answers, in this order."""

    id = UUID(primary_key=True, default=None)
    township = ForeignKey(Township, null=False, on_delete=OnDelete.restrict, index=True)
    name = Varchar(60)
    position = Varchar(40, default="")
    phone = Varchar(30)
    rank = Integer(default=0)
    removed_at = Timestamptz(null=True, default=None)
    version = Integer(default=1)
