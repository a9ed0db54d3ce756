"""Exports of the ledger."""

from backend.foundation.database.schema import sql_migration

ID = "2026-11-21T09:09"
VERSION = "1.38.0"
DESCRIPTION = "Exports of the ledger."

forwards = sql_migration(
    ID,
    DESCRIPTION,
    """
CREATE TABLE exports (
    id UUID PRIMARY KEY NOT NULL,
    officer UUID NOT NULL REFERENCES officers,
    format VARCHAR(8) NOT NULL DEFAULT '',
    filters JSON NOT NULL DEFAULT '{}',
    state VARCHAR(10) NOT NULL DEFAULT 'waiting',
    written INTEGER NOT NULL DEFAULT 0,
    total INTEGER NOT NULL DEFAULT 0,
    file_name VARCHAR(120) NOT NULL DEFAULT '',
    failure TEXT NOT NULL DEFAULT '',
    asked_at TIMESTAMPTZ NOT NULL,
    finished_at TIMESTAMPTZ
);
CREATE INDEX exports_officer ON exports (officer);
""",
)
