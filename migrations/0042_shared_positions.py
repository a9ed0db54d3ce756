"""指挥: the last position of whoever shares theirs while on duty."""

from backend.foundation.database.schema import sql_migration

ID = "2026-11-22T15:42"
VERSION = "1.38.0"
DESCRIPTION = "指挥: the last position of whoever shares theirs while on duty."

forwards = sql_migration(
    ID,
    DESCRIPTION,
    """
CREATE TABLE shared_positions (
    id UUID PRIMARY KEY NOT NULL,
    officer UUID NOT NULL REFERENCES officers ON DELETE CASCADE,
    township UUID NOT NULL REFERENCES townships ON DELETE CASCADE,
    lat DOUBLE PRECISION NOT NULL,
    lon DOUBLE PRECISION NOT NULL,
    accuracy_m DOUBLE PRECISION,
    at TIMESTAMPTZ NOT NULL
);
CREATE UNIQUE INDEX shared_positions_officer ON shared_positions (officer);
CREATE INDEX shared_positions_township ON shared_positions (township);
""",
)
