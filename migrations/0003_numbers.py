"""Numbers without gaps."""

from backend.foundation.database.schema import sql_migration

ID = "2026-11-21T09:03"
VERSION = "1.38.0"
DESCRIPTION = "Numbers without gaps."

forwards = sql_migration(
    ID,
    DESCRIPTION,
    """
CREATE TABLE counters (
    id UUID PRIMARY KEY NOT NULL,
    body UUID NOT NULL,
    series VARCHAR(30) NOT NULL DEFAULT '',
    year INTEGER NOT NULL DEFAULT 0,
    last INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX counters_series ON counters (body, series, year);
""",
)
