"""Limits say when a new calendar has moved them; private calendar feeds; exports are leased like all other work."""

from backend.foundation.database.schema import sql_migration

ID = "2026-11-21T09:21"
VERSION = "1.38.0"
DESCRIPTION = "Limits moved by a new calendar, private calendar feeds, exports leased like all other work."

forwards = sql_migration(
    ID,
    DESCRIPTION,
    """
ALTER TABLE clocks ADD COLUMN moved_from TIMESTAMPTZ;
CREATE TABLE calendar_feeds (
    id VARCHAR(64) PRIMARY KEY NOT NULL,
    officer UUID NOT NULL REFERENCES officers,
    created_at TIMESTAMPTZ NOT NULL,
    ended_at TIMESTAMPTZ
);
CREATE INDEX calendar_feeds_officer ON calendar_feeds (officer);
ALTER TABLE exports DROP COLUMN lease_until;
""",
)
