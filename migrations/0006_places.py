"""Key places and the sketch of the township."""

from backend.foundation.database.schema import sql_migration

ID = "2026-11-21T09:06"
VERSION = "1.38.0"
DESCRIPTION = "Key places and the sketch of the township."

forwards = sql_migration(
    ID,
    DESCRIPTION,
    """
CREATE TABLE places (
    id UUID PRIMARY KEY NOT NULL,
    township UUID NOT NULL REFERENCES townships,
    name VARCHAR(60) NOT NULL DEFAULT '',
    kind VARCHAR(20) NOT NULL DEFAULT '',
    lat DOUBLE PRECISION NOT NULL DEFAULT 0.0,
    lon DOUBLE PRECISION NOT NULL DEFAULT 0.0,
    radius_m INTEGER NOT NULL DEFAULT 80,
    busy VARCHAR(120) NOT NULL DEFAULT '',
    active BOOLEAN NOT NULL DEFAULT TRUE
);
CREATE INDEX places_township ON places (township);
CREATE TABLE sketches (
    id UUID PRIMARY KEY NOT NULL,
    features JSON NOT NULL DEFAULT '{}',
    source TEXT NOT NULL DEFAULT ''
);
""",
)
