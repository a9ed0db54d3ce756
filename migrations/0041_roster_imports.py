"""Rosters as spreadsheets: what was read, what a confirmation would do."""

from backend.foundation.database.schema import sql_migration

ID = "2026-11-22T15:41"
VERSION = "1.38.0"
DESCRIPTION = "Rosters as spreadsheets: what was read, what a confirmation would do."

forwards = sql_migration(
    ID,
    DESCRIPTION,
    """
CREATE TABLE roster_imports (
    id UUID PRIMARY KEY NOT NULL,
    roster UUID NOT NULL REFERENCES rosters,
    seen INTEGER NOT NULL,
    file_name VARCHAR(200) NOT NULL,
    digest VARCHAR(64) NOT NULL,
    unchanged INTEGER NOT NULL,
    faults JSON NOT NULL DEFAULT '[]',
    plan JSON NOT NULL DEFAULT '[]',
    made_at TIMESTAMPTZ NOT NULL,
    made_by UUID NOT NULL REFERENCES officers,
    applied_at TIMESTAMPTZ,
    applied_by UUID REFERENCES officers
);
CREATE INDEX roster_imports_roster ON roster_imports (roster);
""",
)
