"""在岗: coming and going at the post, the codes of places, spot checks, hand-over notes."""

from backend.foundation.database.schema import sql_migration

ID = "2026-11-22T15:36"
VERSION = "1.38.0"
DESCRIPTION = "在岗: coming and going at the post, the codes of places, spot checks, hand-over notes."

forwards = sql_migration(
    ID,
    DESCRIPTION,
    """
CREATE TABLE turnouts (
    id UUID PRIMARY KEY NOT NULL,
    township UUID NOT NULL REFERENCES townships,
    assignment UUID NOT NULL REFERENCES assignments,
    noun VARCHAR(10) NOT NULL DEFAULT '',
    at TIMESTAMPTZ NOT NULL,
    how VARCHAR(10) NOT NULL DEFAULT '',
    fence VARCHAR(8) NOT NULL DEFAULT '',
    distance_m INTEGER,
    lat DOUBLE PRECISION,
    lon DOUBLE PRECISION,
    accuracy_m DOUBLE PRECISION,
    position_source VARCHAR(8) NOT NULL DEFAULT 'none',
    note VARCHAR(200) NOT NULL DEFAULT '',
    recorded_by UUID NOT NULL REFERENCES officers,
    made_at TIMESTAMPTZ,
    received_at TIMESTAMPTZ NOT NULL,
    device UUID,
    clock_offset_s DOUBLE PRECISION
);
CREATE INDEX turnouts_assignment ON turnouts (assignment, at);
CREATE INDEX shifts_begins ON shifts (begins_at);
CREATE TABLE absences (
    id UUID PRIMARY KEY NOT NULL,
    assignment UUID NOT NULL REFERENCES assignments,
    noticed_at TIMESTAMPTZ NOT NULL
);
CREATE UNIQUE INDEX absences_once ON absences (assignment);
CREATE TABLE place_codes (
    id UUID PRIMARY KEY NOT NULL,
    place UUID NOT NULL REFERENCES places,
    made_by UUID NOT NULL REFERENCES officers,
    made_at TIMESTAMPTZ NOT NULL,
    ended_at TIMESTAMPTZ
);
CREATE UNIQUE INDEX place_codes_valid ON place_codes (place) WHERE ended_at IS NULL;
CREATE TABLE spot_checks (
    id UUID PRIMARY KEY NOT NULL,
    township UUID NOT NULL REFERENCES townships,
    officer UUID NOT NULL REFERENCES officers,
    place UUID REFERENCES places,
    asked_by UUID NOT NULL REFERENCES officers,
    asked_at TIMESTAMPTZ NOT NULL,
    due_at TIMESTAMPTZ NOT NULL,
    answered_at TIMESTAMPTZ,
    received_at TIMESTAMPTZ,
    fence VARCHAR(8) NOT NULL DEFAULT '',
    distance_m INTEGER,
    lat DOUBLE PRECISION,
    lon DOUBLE PRECISION,
    accuracy_m DOUBLE PRECISION,
    position_source VARCHAR(8) NOT NULL DEFAULT 'none',
    note VARCHAR(200) NOT NULL DEFAULT '',
    version INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX spot_checks_township ON spot_checks (township, asked_at, id);
CREATE INDEX spot_checks_officer ON spot_checks (officer, asked_at);
CREATE TABLE handover_notes (
    id UUID PRIMARY KEY NOT NULL,
    township UUID NOT NULL REFERENCES townships,
    shift UUID NOT NULL REFERENCES shifts,
    open_matters VARCHAR(1000) NOT NULL DEFAULT '',
    equipment VARCHAR(500) NOT NULL DEFAULT '',
    written_by UUID NOT NULL REFERENCES officers,
    written_at TIMESTAMPTZ NOT NULL,
    made_at TIMESTAMPTZ,
    received_at TIMESTAMPTZ NOT NULL,
    device UUID,
    clock_offset_s DOUBLE PRECISION
);
CREATE INDEX handover_notes_shift ON handover_notes (shift, written_at);
CREATE INDEX handover_notes_township ON handover_notes (township, written_at, id);
CREATE TABLE handover_readings (
    id UUID PRIMARY KEY NOT NULL,
    note UUID NOT NULL REFERENCES handover_notes,
    officer UUID NOT NULL REFERENCES officers,
    at TIMESTAMPTZ NOT NULL
);
CREATE UNIQUE INDEX handover_readings_once ON handover_readings (note, officer);
""",
)
