"""What a township set differently from the defaults."""

from backend.foundation.database.schema import sql_migration

ID = "2026-11-21T09:04"
VERSION = "1.38.0"
DESCRIPTION = "What a township set differently from the defaults."

forwards = sql_migration(
    ID,
    DESCRIPTION,
    """
CREATE TABLE preferences (
    id UUID PRIMARY KEY NOT NULL,
    township UUID NOT NULL,
    name VARCHAR(60) NOT NULL DEFAULT '',
    value JSON NOT NULL DEFAULT 'null',
    changed_by UUID NOT NULL,
    changed_at TIMESTAMPTZ NOT NULL
);
CREATE UNIQUE INDEX preferences_name ON preferences (township, name);
""",
)
