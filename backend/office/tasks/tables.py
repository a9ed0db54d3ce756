"""派单: what is asked of whom by when, and everything said and done on it."""

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


class Task(Table, tablename="tasks"):
    """One task. Without `officer` whoever of `unit` takes it first does it; `limited_at`: since when the present limit runs."""

    id = UUID(primary_key=True, default=None)
    township = ForeignKey(Township, null=False, on_delete=OnDelete.restrict)
    from_unit = ForeignKey(Unit, null=False, on_delete=OnDelete.restrict)
    unit = ForeignKey(Unit, null=False, on_delete=OnDelete.restrict)
    officer = ForeignKey(Officer, null=True, default=None, on_delete=OnDelete.restrict)
    origin_kind = Varchar(30, default="")
    origin_id = UUID(null=True, default=None)
    exercise = Boolean(default=False)
    urgent = Boolean(default=False)
    title = Varchar(80)
    words = Text(default="")
    address = Varchar(200, default="")
    lat = DoublePrecision(null=True, default=None)
    lon = DoublePrecision(null=True, default=None)
    accuracy_m = DoublePrecision(null=True, default=None)
    position_source = Varchar(8, default="none")
    limited_at = Timestamptz(default=None)
    due_at = Timestamptz(default=None)
    created_by = ForeignKey(Officer, null=False, on_delete=OnDelete.restrict)
    made_at = Timestamptz(null=True, default=None)
    received_at = Timestamptz(default=None)
    device = UUID(null=True, default=None)
    clock_offset_s = DoublePrecision(null=True, default=None)
    state = Varchar(12, default="given")
    state_at = Timestamptz(default=None)
    accepted_at = Timestamptz(null=True, default=None)
    accepted_by = ForeignKey(Officer, null=True, default=None, on_delete=OnDelete.restrict)
    reported_at = Timestamptz(null=True, default=None)  # the latest report
    ended_at = Timestamptz(null=True, default=None)  # 办结 or 撤回
    version = Integer(default=1)


class TaskStep(Table, tablename="task_steps"):
    """One step, by whom and when; where it names another limit or assignee, they stand here as they were then."""

    id = UUID(primary_key=True, default=None)
    task = ForeignKey(Task, null=False, on_delete=OnDelete.restrict, index=True)
    number = Integer(default=0)
    noun = Varchar(12)
    at = Timestamptz(default=None)
    received_at = Timestamptz(default=None)
    officer = ForeignKey(Officer, null=False, on_delete=OnDelete.restrict)
    text = Text(default="")
    due_at = Timestamptz(null=True, default=None)
    to_unit = ForeignKey(Unit, null=True, default=None, on_delete=OnDelete.restrict)
    to_officer = ForeignKey(Officer, null=True, default=None, on_delete=OnDelete.restrict)
