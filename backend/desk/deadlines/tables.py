"""Private links under which a person's limits appear in the calendar of their telephone."""

from piccolo.columns import ForeignKey, Timestamptz, Varchar
from piccolo.columns.base import OnDelete
from piccolo.table import Table

from backend.foundation.people.tables import Officer


class CalendarFeed(Table, tablename="calendar_feeds"):
    """One link; `id` is the SHA-256 of its secret part, so a stolen database opens none."""

    id = Varchar(64, primary_key=True)
    officer = ForeignKey(Officer, null=False, on_delete=OnDelete.cascade, index=True)
    created_at = Timestamptz(default=None)
    ended_at = Timestamptz(null=True, default=None)
