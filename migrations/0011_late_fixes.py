"""Fixes that reached a patrol after it was filed are marked."""

from backend.foundation.database.schema import sql_migration

ID = "2026-11-21T09:11"
VERSION = "1.38.0"
DESCRIPTION = "Fixes that reached a patrol after it was filed are marked."

forwards = sql_migration(
    ID,
    DESCRIPTION,
    """
ALTER TABLE track_points ADD COLUMN late BOOLEAN NOT NULL DEFAULT FALSE;
""",
)
