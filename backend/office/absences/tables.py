"""请休假 and 抽调. What happened to one stands in it as who and when."""

from piccolo.columns import UUID, Date, DoublePrecision, ForeignKey, Integer, Timestamptz, Varchar
from piccolo.columns.base import OnDelete
from piccolo.table import Table

from backend.foundation.people.tables import Officer, Township, Unit


class Leave(Table, tablename="leaves"):
    """请休假: whole days, or a half of one. `begins_at` and `ends_at` are what counts; 销假 moves the end."""

    id = UUID(primary_key=True, default=None)
    township = ForeignKey(Township, null=False, on_delete=OnDelete.restrict)
    unit = ForeignKey(Unit, null=False, on_delete=OnDelete.restrict)
    officer = ForeignKey(Officer, null=False, on_delete=OnDelete.restrict)
    kind = Varchar(16)
    first_day = Date(default=None)
    last_day = Date(default=None)
    part = Varchar(10, default="")
    begins_at = Timestamptz(default=None)
    ends_at = Timestamptz(default=None)
    reason = Varchar(500, default="")
    asked_by = ForeignKey(Officer, null=False, on_delete=OnDelete.restrict)
    made_at = Timestamptz(null=True, default=None)
    received_at = Timestamptz(default=None)
    device = UUID(null=True, default=None)
    clock_offset_s = DoublePrecision(null=True, default=None)
    approved_at = Timestamptz(null=True, default=None)
    approved_by = ForeignKey(Officer, null=True, default=None, on_delete=OnDelete.restrict)
    refused_at = Timestamptz(null=True, default=None)
    refused_by = ForeignKey(Officer, null=True, default=None, on_delete=OnDelete.restrict)
    refused_why = Varchar(500, default="")
    withdrawn_at = Timestamptz(null=True, default=None)
    withdrawn_by = ForeignKey(Officer, null=True, default=None, on_delete=OnDelete.restrict)
    back_at = Timestamptz(null=True, default=None)
    back_by = ForeignKey(Officer, null=True, default=None, on_delete=OnDelete.restrict)
    version = Integer(default=1)


class Borrowing(Table, tablename="borrowings"):
    """抽调: a department's wish for somebody, and what became of it. `left_on`: gone although nobody had approved."""

    id = UUID(primary_key=True, default=None)
    township = ForeignKey(Township, null=False, on_delete=OnDelete.restrict)
    unit = ForeignKey(Unit, null=False, on_delete=OnDelete.restrict)
    officer = ForeignKey(Officer, null=False, on_delete=OnDelete.restrict)
    department = ForeignKey(Unit, null=True, default=None, on_delete=OnDelete.restrict)
    department_name = Varchar(60, default="")
    letter = Varchar(60, default="")  # 来函文号
    purpose = Varchar(500, default="")
    first_day = Date(default=None)
    last_day = Date(null=True, default=None)
    asked_by = ForeignKey(Officer, null=False, on_delete=OnDelete.restrict)
    made_at = Timestamptz(null=True, default=None)
    received_at = Timestamptz(default=None)
    device = UUID(null=True, default=None)
    clock_offset_s = DoublePrecision(null=True, default=None)
    approved_at = Timestamptz(null=True, default=None)
    approved_by = ForeignKey(Officer, null=True, default=None, on_delete=OnDelete.restrict)
    refused_at = Timestamptz(null=True, default=None)
    refused_by = ForeignKey(Officer, null=True, default=None, on_delete=OnDelete.restrict)
    refused_why = Varchar(500, default="")
    withdrawn_at = Timestamptz(null=True, default=None)
    withdrawn_by = ForeignKey(Officer, null=True, default=None, on_delete=OnDelete.restrict)
    left_on = Date(null=True, default=None)
    left_by = ForeignKey(Officer, null=True, default=None, on_delete=OnDelete.restrict)
    returned_on = Date(null=True, default=None)
    returned_by = ForeignKey(Officer, null=True, default=None, on_delete=OnDelete.restrict)
    version = Integer(default=1)
