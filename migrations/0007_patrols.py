"""Patrols and everything on their page of the ledger."""

from backend.foundation.database.schema import sql_migration

ID = "2026-11-21T09:07"
VERSION = "1.38.0"
DESCRIPTION = "Patrols and everything on their page of the ledger."

forwards = sql_migration(
    ID,
    DESCRIPTION,
    """
CREATE TABLE patrols (
    id UUID PRIMARY KEY NOT NULL,
    township UUID NOT NULL REFERENCES townships,
    unit UUID NOT NULL REFERENCES units,
    kind VARCHAR(12) NOT NULL DEFAULT '',
    title VARCHAR(120) NOT NULL DEFAULT '',
    planned_route TEXT NOT NULL DEFAULT '',
    planned_from TIMESTAMPTZ,
    planned_until TIMESTAMPTZ,
    started_at TIMESTAMPTZ,
    ended_at TIMESTAMPTZ,
    summary TEXT NOT NULL DEFAULT '',
    created_by UUID NOT NULL REFERENCES officers,
    made_at TIMESTAMPTZ,
    received_at TIMESTAMPTZ NOT NULL,
    device UUID,
    clock_offset_s DOUBLE PRECISION,
    cancelled_at TIMESTAMPTZ,
    cancelled_by UUID,
    cancel_reason VARCHAR(200) NOT NULL DEFAULT '',
    filed_at TIMESTAMPTZ,
    filed_by UUID,
    number VARCHAR(40),
    overlapping BOOLEAN NOT NULL DEFAULT FALSE,
    overwritten BOOLEAN NOT NULL DEFAULT FALSE,
    unit_names VARCHAR(400) NOT NULL DEFAULT '',
    unit_count INTEGER NOT NULL DEFAULT 0,
    finding_count INTEGER NOT NULL DEFAULT 0,
    photo_count INTEGER NOT NULL DEFAULT 0,
    length_m DOUBLE PRECISION NOT NULL DEFAULT 0.0,
    review VARCHAR(10) NOT NULL DEFAULT 'none',
    sort_at TIMESTAMPTZ NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    field_versions JSON NOT NULL DEFAULT '{}'
);
CREATE TABLE addenda (
    id UUID PRIMARY KEY NOT NULL,
    patrol UUID NOT NULL REFERENCES patrols,
    written_by UUID NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    made_at TIMESTAMPTZ,
    reason VARCHAR(200) NOT NULL DEFAULT '',
    text TEXT NOT NULL DEFAULT '',
    late BOOLEAN NOT NULL DEFAULT FALSE
);
CREATE INDEX addenda_patrol ON addenda (patrol);
CREATE TABLE attendances (
    id UUID PRIMARY KEY NOT NULL,
    patrol UUID NOT NULL REFERENCES patrols,
    unit UUID NOT NULL REFERENCES units,
    confirmed_by UUID NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    note VARCHAR(200) NOT NULL DEFAULT ''
);
CREATE INDEX attendances_patrol ON attendances (patrol);
CREATE TABLE conduct_checks (
    id UUID PRIMARY KEY NOT NULL,
    patrol UUID NOT NULL REFERENCES patrols,
    checked_by UUID NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    points JSON NOT NULL DEFAULT '{}',
    note VARCHAR(200) NOT NULL DEFAULT ''
);
CREATE INDEX conduct_checks_patrol ON conduct_checks (patrol);
CREATE TABLE crew (
    id UUID PRIMARY KEY NOT NULL,
    patrol UUID NOT NULL REFERENCES patrols,
    officer UUID NOT NULL REFERENCES officers,
    unit UUID NOT NULL REFERENCES units,
    joined_at TIMESTAMPTZ,
    left_at TIMESTAMPTZ
);
CREATE INDEX crew_patrol ON crew (patrol);
CREATE INDEX crew_officer ON crew (officer);
CREATE TABLE passings (
    id UUID PRIMARY KEY NOT NULL,
    patrol UUID NOT NULL REFERENCES patrols,
    place UUID NOT NULL REFERENCES places,
    at TIMESTAMPTZ NOT NULL,
    by_hand BOOLEAN NOT NULL DEFAULT FALSE
);
CREATE INDEX passings_patrol ON passings (patrol);
CREATE TABLE pauses (
    id UUID PRIMARY KEY NOT NULL,
    patrol UUID NOT NULL REFERENCES patrols,
    paused_at TIMESTAMPTZ NOT NULL,
    reason VARCHAR(40) NOT NULL DEFAULT '',
    resumed_at TIMESTAMPTZ
);
CREATE INDEX pauses_patrol ON pauses (patrol);
CREATE TABLE recordings (
    id UUID PRIMARY KEY NOT NULL,
    patrol UUID NOT NULL REFERENCES patrols,
    recorder VARCHAR(40) NOT NULL DEFAULT '',
    from_at TIMESTAMPTZ NOT NULL,
    until_at TIMESTAMPTZ NOT NULL,
    file_name VARCHAR(120) NOT NULL DEFAULT '',
    sha256 VARCHAR(64) NOT NULL DEFAULT '',
    kept_at VARCHAR(120) NOT NULL DEFAULT '',
    entered_by UUID NOT NULL,
    at TIMESTAMPTZ NOT NULL
);
CREATE INDEX recordings_patrol ON recordings (patrol);
CREATE TABLE remarks (
    id UUID PRIMARY KEY NOT NULL,
    patrol UUID NOT NULL REFERENCES patrols,
    written_by UUID NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    text TEXT NOT NULL DEFAULT '',
    returned BOOLEAN NOT NULL DEFAULT FALSE
);
CREATE INDEX remarks_patrol ON remarks (patrol);
CREATE TABLE track_points (
    id UUID PRIMARY KEY NOT NULL,
    patrol UUID NOT NULL REFERENCES patrols,
    officer UUID NOT NULL,
    device UUID NOT NULL,
    seq INTEGER NOT NULL DEFAULT 0,
    at TIMESTAMPTZ NOT NULL,
    lat DOUBLE PRECISION NOT NULL DEFAULT 0.0,
    lon DOUBLE PRECISION NOT NULL DEFAULT 0.0,
    accuracy_m DOUBLE PRECISION
);
CREATE INDEX patrols_ledger ON patrols (township, sort_at, id);
CREATE INDEX patrols_state ON patrols (township, filed_at, ended_at);
CREATE INDEX patrols_creator ON patrols (created_by, sort_at);
CREATE UNIQUE INDEX patrols_number ON patrols (township, number);
CREATE UNIQUE INDEX crew_once ON crew (patrol, officer) WHERE left_at IS NULL;
CREATE INDEX crew_unit ON crew (unit, patrol);
CREATE UNIQUE INDEX attendances_once ON attendances (patrol, unit);
CREATE UNIQUE INDEX pauses_open ON pauses (patrol) WHERE resumed_at IS NULL;
CREATE UNIQUE INDEX passings_once ON passings (patrol, place);
CREATE UNIQUE INDEX track_points_seq ON track_points (patrol, device, seq);
""",
)
