"""A length knows how many fixes it was measured from; what is planned, under way or cancelled is found at once."""

from backend.foundation.database.schema import sql_migration

ID = "2026-11-21T09:22"
VERSION = "1.38.0"
DESCRIPTION = "A length knows how many fixes it was measured from; what is planned, under way or cancelled is found at once."

forwards = sql_migration(
    ID,
    DESCRIPTION,
    """
ALTER TABLE patrols ADD COLUMN measured_fixes INTEGER NOT NULL DEFAULT 0;
CREATE INDEX patrols_under_way ON patrols (township, sort_at, id)
    WHERE cancelled_at IS NULL AND filed_at IS NULL AND ended_at IS NULL;
CREATE INDEX patrols_cancelled ON patrols (township, sort_at, id) WHERE cancelled_at IS NOT NULL;
CREATE INDEX crew_units ON crew (patrol, unit);
DROP INDEX crew_patrol;
DROP INDEX findings_patrol;
""",
)
