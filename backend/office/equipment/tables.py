"""Things that are handed out and come back."""

from piccolo.columns import UUID, ForeignKey, Integer, Timestamptz, Varchar
from piccolo.columns.base import OnDelete
from piccolo.table import Table

from backend.foundation.people.tables import Officer, Township, Unit


class Equipment(Table, tablename="equipment"):
    """One thing. `code` is what its label leads to; `damaged_at` until somebody says it was mended."""

    id = UUID(primary_key=True, default=None)
    township = ForeignKey(Township, null=False, on_delete=OnDelete.restrict)
    unit = ForeignKey(Unit, null=False, on_delete=OnDelete.restrict)
    kind = Varchar(16)
    name = Varchar(60, default="")
    number = Varchar(40)
    note = Varchar(500, default="")
    code = Varchar(32)
    added_by = ForeignKey(Officer, null=False, on_delete=OnDelete.restrict)
    received_at = Timestamptz(default=None)
    damaged_at = Timestamptz(null=True, default=None)
    damage = Varchar(500, default="")
    retired_at = Timestamptz(null=True, default=None)
    retired_by = ForeignKey(Officer, null=True, default=None, on_delete=OnDelete.restrict)
    retired_why = Varchar(500, default="")
    version = Integer(default=1)


class EquipmentLoan(Table, tablename="equipment_loans"):
    """One stretch in somebody's hands; one at a time for each thing. `next_*` is what the server does by itself."""

    id = UUID(primary_key=True, default=None)
    equipment = ForeignKey(Equipment, null=False, on_delete=OnDelete.restrict)
    officer = ForeignKey(Officer, null=False, on_delete=OnDelete.restrict)
    out_at = Timestamptz(default=None)
    out_by = ForeignKey(Officer, null=False, on_delete=OnDelete.restrict)
    due_at = Timestamptz(null=True, default=None)
    purpose = Varchar(200, default="")
    back_at = Timestamptz(null=True, default=None)
    back_by = ForeignKey(Officer, null=True, default=None, on_delete=OnDelete.restrict)
    damage = Varchar(500, default="")
    next_at = Timestamptz(null=True, default=None)
    next_step = Varchar(10, default="")
