"""The superior command of a township."""

from piccolo.columns import UUID, ForeignKey, Timestamptz, Varchar
from piccolo.columns.base import OnDelete
from piccolo.table import Table

from backend.foundation.people.tables import Officer, Township


class SuperiorCommand(Table, tablename="superior_commands"):
    """One for each township; everything empty where there is none any more."""

    id = UUID(primary_key=True, default=None)
    township = ForeignKey(Township, null=False, on_delete=OnDelete.restrict)
    name = Varchar(40, default="")
    phone = Varchar(30, default="")
    url = Varchar(300, default="")
    changed_by = ForeignKey(Officer, null=False, on_delete=OnDelete.restrict)
    changed_at = Timestamptz(default=None)
