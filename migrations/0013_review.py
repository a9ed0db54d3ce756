"""What waits for a leader, and what a leader gave back, is found at once among all that was filed."""

from backend.foundation.database.schema import sql_migration

ID = "2026-11-21T09:13"
VERSION = "1.38.0"
DESCRIPTION = (
    "What waits for a leader, and what a leader gave back, is found at once among all that was filed."
)

forwards = sql_migration(
    ID,
    DESCRIPTION,
    """
CREATE INDEX patrols_review ON patrols (township, review, sort_at);
""",
)
