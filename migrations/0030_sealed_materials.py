"""What names a complainant goes along sealed."""

from backend.foundation.database.schema import sql_migration

ID = "2026-11-22T09:30"
VERSION = "1.38.0"
DESCRIPTION = "What names a complainant goes along sealed."

forwards = sql_migration(
    ID,
    DESCRIPTION,
    """
ALTER TABLE handoff_materials ADD COLUMN sealed BOOLEAN NOT NULL DEFAULT false;
""",
)
