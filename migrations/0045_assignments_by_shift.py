"""值守: assignments found by their shift, those that ended too, as everybody does who asks who was on duty at some moment."""

from backend.foundation.database.schema import sql_migration

ID = "2026-11-22T17:05"
VERSION = "1.38.0"
DESCRIPTION = "值守: assignments found by their shift, those that ended too."

forwards = sql_migration(
    ID,
    DESCRIPTION,
    """
CREATE INDEX assignments_shift ON assignments (shift);
""",
)
