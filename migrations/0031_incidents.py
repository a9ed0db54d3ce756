"""突发事件信息报送: incidents, each report on them, who is told, what was explained on the scene."""

from backend.foundation.database.schema import sql_migration

ID = "2026-11-22T11:50"
VERSION = "1.38.0"
DESCRIPTION = (
    "突发事件信息报送: incidents, each report on them, who is told, what was explained on the scene."
)

forwards = sql_migration(
    ID,
    DESCRIPTION,
    """
CREATE TABLE incidents (
    id UUID PRIMARY KEY NOT NULL,
    township UUID NOT NULL REFERENCES townships,
    unit UUID NOT NULL REFERENCES units,
    body UUID NOT NULL REFERENCES units,
    origin_kind VARCHAR(30) NOT NULL DEFAULT '',
    origin_id UUID,
    exercise BOOLEAN NOT NULL DEFAULT FALSE,
    category VARCHAR(40) NOT NULL DEFAULT '',
    alarm_number VARCHAR(40) NOT NULL DEFAULT '',
    happened_at TIMESTAMPTZ NOT NULL,
    lat DOUBLE PRECISION,
    lon DOUBLE PRECISION,
    accuracy_m DOUBLE PRECISION,
    position_source VARCHAR(8) NOT NULL DEFAULT 'none',
    far_reason VARCHAR(200) NOT NULL DEFAULT '',
    address VARCHAR(200) NOT NULL DEFAULT '',
    late_reason VARCHAR(200) NOT NULL DEFAULT '',
    created_by UUID NOT NULL REFERENCES officers,
    made_at TIMESTAMPTZ,
    received_at TIMESTAMPTZ NOT NULL,
    device UUID,
    clock_offset_s DOUBLE PRECISION,
    told_at TIMESTAMPTZ NOT NULL,
    state VARCHAR(12) NOT NULL DEFAULT 'reported',
    over_at TIMESTAMPTZ,
    ended_at TIMESTAMPTZ,
    version INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX incidents_township ON incidents (township, received_at, id);
CREATE INDEX incidents_open ON incidents (township) WHERE ended_at IS NULL;
CREATE INDEX incidents_origin ON incidents (origin_id);
CREATE TABLE incident_reports (
    id UUID PRIMARY KEY NOT NULL,
    incident UUID NOT NULL REFERENCES incidents,
    number INTEGER NOT NULL DEFAULT 1,
    kind VARCHAR(10) NOT NULL DEFAULT 'first',
    facts TEXT NOT NULL DEFAULT '',
    injured INTEGER,
    dead INTEGER,
    measures TEXT NOT NULL DEFAULT '',
    explained TEXT NOT NULL DEFAULT '',
    coming TEXT NOT NULL DEFAULT '',
    written_by UUID NOT NULL REFERENCES officers,
    written_at TIMESTAMPTZ NOT NULL,
    issued_at TIMESTAMPTZ,
    issued_by UUID REFERENCES officers,
    signed_off BOOLEAN NOT NULL DEFAULT FALSE,
    letter UUID,
    returned_at TIMESTAMPTZ,
    returned_by UUID REFERENCES officers,
    return_reason VARCHAR(500) NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX incident_reports_number ON incident_reports (incident, number);
CREATE UNIQUE INDEX incident_reports_one ON incident_reports (incident) WHERE issued_at IS NULL AND returned_at IS NULL;
CREATE TABLE incident_addressees (
    id UUID PRIMARY KEY NOT NULL,
    incident UUID NOT NULL REFERENCES incidents,
    unit UUID NOT NULL REFERENCES units,
    rank INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX incident_addressees_once ON incident_addressees (incident, unit);
CREATE INDEX incident_addressees_unit ON incident_addressees (unit);
CREATE TABLE incident_steps (
    id UUID PRIMARY KEY NOT NULL,
    incident UUID NOT NULL REFERENCES incidents,
    number INTEGER NOT NULL DEFAULT 0,
    noun VARCHAR(12) NOT NULL DEFAULT '',
    at TIMESTAMPTZ NOT NULL,
    received_at TIMESTAMPTZ NOT NULL,
    officer UUID NOT NULL REFERENCES officers,
    unit UUID NOT NULL REFERENCES units,
    channel VARCHAR(12) NOT NULL DEFAULT '',
    speaker VARCHAR(60) NOT NULL DEFAULT '',
    speaker_position VARCHAR(40) NOT NULL DEFAULT '',
    head_count INTEGER,
    text TEXT NOT NULL DEFAULT ''
);
CREATE INDEX incident_steps_incident ON incident_steps (incident, at);
""",
)
