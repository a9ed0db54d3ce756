"""Exports of the ledger that are being written or lie ready."""

from piccolo.columns import JSON, UUID, ForeignKey, Integer, Text, Timestamptz, Varchar
from piccolo.columns.base import OnDelete
from piccolo.table import Table

from backend.foundation.people.tables import Officer


class Export(Table, tablename="exports"):
    """One export of exactly what `filters` showed its owner when it was asked for."""

    id = UUID(primary_key=True, default=None)
    officer = ForeignKey(Officer, null=False, on_delete=OnDelete.restrict, index=True)
    format = Varchar(8)
    filters = JSON(default="{}")
    state = Varchar(10, default="waiting")  # waiting, running, ready, failed
    written = Integer(default=0)
    total = Integer(default=0)
    file_name = Varchar(120, default="")
    failure = Text(default="")
    asked_at = Timestamptz(default=None)
    finished_at = Timestamptz(null=True, default=None)
    removed_at = Timestamptz(null=True, default=None)  # when its file was taken away
