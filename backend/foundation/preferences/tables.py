"""What a township has set differently from the defaults."""

from piccolo.columns import JSON, UUID, Timestamptz, Varchar
from piccolo.table import Table


class Preference(Table, tablename="preferences"):
    """One changed setting; unique on (township, name)."""

    id = UUID(primary_key=True, default=None)
    township = UUID(default=None)
    name = Varchar(60)
    value = JSON(default="null")
    changed_by = UUID(default=None)
    changed_at = Timestamptz(default=None)
