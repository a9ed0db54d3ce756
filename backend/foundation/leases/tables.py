"""Who does what alone, and until when."""

from piccolo.columns import Timestamptz, Varchar
from piccolo.table import Table


class LeaseRow(Table, tablename="leases"):
    """One piece of work; free once `held_until` has passed."""

    name = Varchar(80, primary_key=True)
    holder = Varchar(32)
    held_until = Timestamptz(default=None)
