"""Exports are leased like all other work."""

from backend.foundation.database.schema import sql_migration

ID = "2026-11-21T09:21"
VERSION = "1.38.0"
DESCRIPTION = "Exports are leased like all other work."

forwards = sql_migration(
    ID,
    DESCRIPTION,
    """
ALTER TABLE exports DROP COLUMN lease_until;
""",
)
