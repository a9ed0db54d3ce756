"""案件移送: a case may come of a call for help, as it comes of a finding."""

from backend.foundation.database.schema import sql_migration

ID = "2026-11-22T21:15"
VERSION = "1.38.0"
DESCRIPTION = "案件移送: the call for help a case came of."

forwards = sql_migration(
    ID,
    DESCRIPTION,
    """
ALTER TABLE handoffs ADD COLUMN assist UUID;
""",
)
