"""报平安: timers for risky visits, every time somebody said they are well, what the server did when nobody did."""

from backend.foundation.database.schema import sql_migration

ID = "2026-11-22T12:20"
VERSION = "1.38.0"
DESCRIPTION = "报平安: timers for risky visits, every time somebody said they are well, what the server did when nobody did."

forwards = sql_migration(
    ID,
    DESCRIPTION,
    """
CREATE TABLE checkins (
    id UUID PRIMARY KEY NOT NULL,
    township UUID NOT NULL REFERENCES townships,
    unit UUID NOT NULL REFERENCES units,
    officer UUID NOT NULL REFERENCES officers,
    begun_by UUID NOT NULL REFERENCES officers,
    place VARCHAR(200) NOT NULL DEFAULT '',
    reason VARCHAR(40) NOT NULL DEFAULT '',
    note VARCHAR(500) NOT NULL DEFAULT '',
    exercise BOOLEAN NOT NULL DEFAULT FALSE,
    interval_minutes INTEGER NOT NULL,
    grace_minutes INTEGER NOT NULL,
    second_minutes INTEGER NOT NULL,
    begun_at TIMESTAMPTZ NOT NULL,
    made_at TIMESTAMPTZ,
    received_at TIMESTAMPTZ NOT NULL,
    device UUID,
    clock_offset_s DOUBLE PRECISION,
    well_at TIMESTAMPTZ NOT NULL,
    lat DOUBLE PRECISION,
    lon DOUBLE PRECISION,
    accuracy_m DOUBLE PRECISION,
    position_source VARCHAR(8) NOT NULL DEFAULT 'none',
    position_at TIMESTAMPTZ,
    next_at TIMESTAMPTZ,
    next_step VARCHAR(10) NOT NULL DEFAULT '',
    assist UUID,
    ended_at TIMESTAMPTZ,
    ended_by UUID REFERENCES officers,
    version INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX checkins_township ON checkins (township, received_at, id);
CREATE INDEX checkins_due ON checkins (next_at) WHERE next_at IS NOT NULL;
CREATE UNIQUE INDEX checkins_one ON checkins (officer) WHERE ended_at IS NULL;
CREATE TABLE checkin_steps (
    id UUID PRIMARY KEY NOT NULL,
    checkin UUID NOT NULL REFERENCES checkins,
    number INTEGER NOT NULL DEFAULT 0,
    noun VARCHAR(10) NOT NULL DEFAULT '',
    at TIMESTAMPTZ NOT NULL,
    received_at TIMESTAMPTZ NOT NULL,
    officer UUID REFERENCES officers,
    channel VARCHAR(12) NOT NULL DEFAULT '',
    words VARCHAR(500) NOT NULL DEFAULT ''
);
CREATE INDEX checkin_steps_checkin ON checkin_steps (checkin, number);
""",
)
