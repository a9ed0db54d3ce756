"""Key places carry a version like every record."""

from backend.foundation.database.schema import sql_migration

ID = "2026-11-21T09:15"
VERSION = "1.38.0"
DESCRIPTION = "Key places carry a version like every record."

forwards = sql_migration(
    ID,
    DESCRIPTION,
    """
ALTER TABLE places ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
""",
)
