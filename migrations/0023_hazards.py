"""重大隐患通报: what was told to whom, every step after it, the report to the government."""

from backend.foundation.database.schema import sql_migration

ID = "2026-11-21T09:23"
VERSION = "1.38.0"
DESCRIPTION = "重大隐患通报: what was told to whom, every step after it, the report to the government."

forwards = sql_migration(
    ID,
    DESCRIPTION,
    """
CREATE TABLE hazards (
    id UUID PRIMARY KEY NOT NULL,
    township UUID NOT NULL REFERENCES townships,
    from_unit UUID NOT NULL REFERENCES units,
    body UUID NOT NULL REFERENCES units,
    to_unit UUID NOT NULL REFERENCES units,
    origin_kind VARCHAR(30) NOT NULL DEFAULT '',
    origin_id UUID,
    category VARCHAR(40) NOT NULL DEFAULT '',
    endangers JSON NOT NULL DEFAULT '[]',
    facts TEXT NOT NULL DEFAULT '',
    found_at TIMESTAMPTZ NOT NULL,
    lat DOUBLE PRECISION,
    lon DOUBLE PRECISION,
    accuracy_m DOUBLE PRECISION,
    position_source VARCHAR(8) NOT NULL DEFAULT 'none',
    far_reason VARCHAR(200) NOT NULL DEFAULT '',
    address VARCHAR(200) NOT NULL DEFAULT '',
    photos JSON NOT NULL DEFAULT '[]',
    created_by UUID NOT NULL REFERENCES officers,
    made_at TIMESTAMPTZ,
    received_at TIMESTAMPTZ NOT NULL,
    device UUID,
    clock_offset_s DOUBLE PRECISION,
    told_at TIMESTAMPTZ NOT NULL,
    state VARCHAR(12) NOT NULL DEFAULT 'told',
    state_at TIMESTAMPTZ NOT NULL,
    answered_at TIMESTAMPTZ,
    closed_at TIMESTAMPTZ,
    version INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX hazards_township ON hazards (township, received_at, id);
CREATE INDEX hazards_told ON hazards (to_unit, received_at, id);
CREATE INDEX hazards_open ON hazards (township, told_at) WHERE closed_at IS NULL;
CREATE INDEX hazards_origin ON hazards (origin_id);
CREATE TABLE hazard_steps (
    id UUID PRIMARY KEY NOT NULL,
    hazard UUID NOT NULL REFERENCES hazards,
    number INTEGER NOT NULL DEFAULT 0,
    noun VARCHAR(12) NOT NULL DEFAULT '',
    at TIMESTAMPTZ NOT NULL,
    received_at TIMESTAMPTZ NOT NULL,
    officer UUID NOT NULL REFERENCES officers,
    unit UUID NOT NULL REFERENCES units,
    on_behalf BOOLEAN NOT NULL DEFAULT FALSE,
    speaker VARCHAR(60) NOT NULL DEFAULT '',
    speaker_position VARCHAR(40) NOT NULL DEFAULT '',
    channel VARCHAR(12) NOT NULL DEFAULT '',
    words VARCHAR(500) NOT NULL DEFAULT '',
    people VARCHAR(200) NOT NULL DEFAULT '',
    head_count INTEGER,
    reason VARCHAR(500) NOT NULL DEFAULT '',
    text TEXT NOT NULL DEFAULT ''
);
CREATE INDEX hazard_steps_hazard ON hazard_steps (hazard, at);
CREATE TABLE hazard_reports (
    id UUID PRIMARY KEY NOT NULL,
    hazard UUID NOT NULL REFERENCES hazards,
    government UUID NOT NULL REFERENCES units,
    ground VARCHAR(12) NOT NULL DEFAULT '',
    local BOOLEAN NOT NULL DEFAULT FALSE,
    drafted_at TIMESTAMPTZ NOT NULL,
    lapsed_at TIMESTAMPTZ,
    text TEXT NOT NULL DEFAULT '',
    issued_at TIMESTAMPTZ,
    issued_by UUID REFERENCES officers,
    letter UUID
);
CREATE INDEX hazard_reports_hazard ON hazard_reports (hazard, drafted_at);
CREATE INDEX hazard_reports_issued ON hazard_reports (government, issued_at);
CREATE UNIQUE INDEX hazard_reports_one ON hazard_reports (hazard) WHERE lapsed_at IS NULL;
""",
)
