"""排班: a wish is a day and what is wanted of it; nothing ever wrote a note on one."""

from backend.foundation.database.schema import sql_migration

ID = "2026-11-22T20:05"
VERSION = "1.38.0"
DESCRIPTION = "排班: wishes without the note that nothing ever wrote."

forwards = sql_migration(
    ID,
    DESCRIPTION,
    """
ALTER TABLE duty_wishes DROP COLUMN note;
""",
)
