"""Findings."""

from backend.foundation.database.schema import sql_migration

ID = "2026-11-21T09:08"
VERSION = "1.38.0"
DESCRIPTION = "Findings."

forwards = sql_migration(
    ID,
    DESCRIPTION,
    """
CREATE TABLE findings (
    id UUID PRIMARY KEY NOT NULL,
    patrol UUID NOT NULL REFERENCES patrols,
    township UUID NOT NULL REFERENCES townships,
    number INTEGER NOT NULL DEFAULT 0,
    category VARCHAR(40) NOT NULL DEFAULT '',
    nothing_found BOOLEAN NOT NULL DEFAULT FALSE,
    matter_code VARCHAR(40) NOT NULL DEFAULT '',
    found_at TIMESTAMPTZ NOT NULL,
    lat DOUBLE PRECISION,
    lon DOUBLE PRECISION,
    accuracy_m DOUBLE PRECISION,
    position_source VARCHAR(8) NOT NULL DEFAULT 'none',
    far_reason VARCHAR(200) NOT NULL DEFAULT '',
    address VARCHAR(200) NOT NULL DEFAULT '',
    facts TEXT NOT NULL DEFAULT '',
    disposition VARCHAR(20) NOT NULL DEFAULT '',
    acting JSON NOT NULL DEFAULT '[]',
    ongoing BOOLEAN NOT NULL DEFAULT FALSE,
    recheck_on DATE,
    party_name VARCHAR(60) NOT NULL DEFAULT '',
    party_kind VARCHAR(12) NOT NULL DEFAULT '',
    party_contact VARCHAR(60) NOT NULL DEFAULT '',
    party_age VARCHAR(8) NOT NULL DEFAULT '',
    created_by UUID NOT NULL REFERENCES officers,
    made_at TIMESTAMPTZ,
    received_at TIMESTAMPTZ NOT NULL,
    device UUID,
    clock_offset_s DOUBLE PRECISION,
    late BOOLEAN NOT NULL DEFAULT FALSE,
    overwritten BOOLEAN NOT NULL DEFAULT FALSE,
    removed_at TIMESTAMPTZ,
    removed_by UUID,
    version INTEGER NOT NULL DEFAULT 1,
    field_versions JSON NOT NULL DEFAULT '{}'
);
CREATE INDEX findings_patrol ON findings (patrol);
CREATE UNIQUE INDEX findings_number ON findings (patrol, number);
CREATE INDEX findings_near ON findings (township, category, found_at);
""",
)
