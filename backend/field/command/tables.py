"""The last position of whoever shares theirs while on duty or on patrol. The one before is written over, none is kept."""

from piccolo.columns import UUID, DoublePrecision, ForeignKey, Timestamptz
from piccolo.columns.base import OnDelete
from piccolo.table import Table

from backend.foundation.people.tables import Officer, Township


class SharedPosition(Table, tablename="shared_positions"):
    """One officer, one position (WGS-84); erased when they stop sharing, leave their duty, or after some time."""

    id = UUID(primary_key=True, default=None)
    officer = ForeignKey(Officer, null=False, on_delete=OnDelete.cascade)
    township = ForeignKey(Township, null=False, on_delete=OnDelete.cascade, index=True)
    lat = DoublePrecision(default=None)
    lon = DoublePrecision(default=None)
    accuracy_m = DoublePrecision(null=True, default=None)
    at = Timestamptz(default=None)
