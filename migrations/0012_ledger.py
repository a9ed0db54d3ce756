"""The ledger: who walked what and what is not yet filed are found at once; exports are leased to one worker."""

from backend.foundation.database.schema import sql_migration

ID = "2026-11-21T09:12"
VERSION = "1.38.0"
DESCRIPTION = "The ledger: who walked what and what is not yet filed are found at once; exports are leased to one worker."

forwards = sql_migration(
    ID,
    DESCRIPTION,
    """
CREATE INDEX crew_walked ON crew (officer, patrol);
DROP INDEX crew_officer;
CREATE INDEX patrols_open ON patrols (township, sort_at, id) WHERE filed_at IS NULL;
ALTER TABLE exports ADD COLUMN lease_until TIMESTAMPTZ;
ALTER TABLE exports ADD COLUMN removed_at TIMESTAMPTZ;
CREATE INDEX exports_unfinished ON exports (asked_at) WHERE state IN ('waiting', 'running');
""",
)
