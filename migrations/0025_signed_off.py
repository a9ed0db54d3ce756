"""A paper keeps who approved it, and in whose place."""

from backend.foundation.database.schema import sql_migration

ID = "2026-11-22T09:25"
VERSION = "1.38.0"
DESCRIPTION = "A paper keeps who approved it, and in whose place."

forwards = sql_migration(
    ID,
    DESCRIPTION,
    """
ALTER TABLE letters ADD COLUMN signed_off VARCHAR(140) NOT NULL DEFAULT '';
""",
)
