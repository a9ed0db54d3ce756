"""A county sets its own office hours over those of its region."""

from backend.foundation.database.schema import sql_migration

ID = "2026-11-22T09:26"
VERSION = "1.38.0"
DESCRIPTION = "A county sets its own office hours over those of its region."

forwards = sql_migration(
    ID,
    DESCRIPTION,
    """
CREATE TABLE calendar_hours (
    id UUID PRIMARY KEY NOT NULL,
    county UUID NOT NULL REFERENCES counties,
    seasons TEXT NOT NULL,
    from_edition INTEGER NOT NULL,
    until_edition INTEGER,
    set_by UUID REFERENCES officers,
    set_at TIMESTAMPTZ NOT NULL
);
CREATE UNIQUE INDEX calendar_hours_current ON calendar_hours (county) WHERE until_edition IS NULL;
""",
)
