"""上岗、下岗 as people say so themselves."""

from piccolo.columns import UUID, ForeignKey, Timestamptz
from piccolo.columns.base import OnDelete
from piccolo.table import Table

from backend.foundation.people.tables import Officer


class DutyMark(Table, tablename="duty_marks"):
    """One stretch of duty; it runs while `until_at` is empty, one at a time for each officer."""

    id = UUID(primary_key=True, default=None)
    officer = ForeignKey(Officer, null=False, on_delete=OnDelete.cascade, index=True)
    since_at = Timestamptz(default=None)
    until_at = Timestamptz(null=True, default=None)
