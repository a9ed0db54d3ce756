"""突发事件处置: log, people, linked records; the superior command of a township."""

from backend.foundation.database.schema import sql_migration

ID = "2026-11-22T16:44"
VERSION = "1.38.0"
DESCRIPTION = "突发事件处置: log, people, linked records; the superior command of a township."

forwards = sql_migration(
    ID,
    DESCRIPTION,
    """
CREATE TABLE emergencies (
    id UUID PRIMARY KEY NOT NULL,
    township UUID NOT NULL REFERENCES townships,
    unit UUID NOT NULL REFERENCES units,
    origin_kind VARCHAR(30) NOT NULL DEFAULT '',
    origin_id UUID,
    exercise BOOLEAN NOT NULL DEFAULT FALSE,
    category VARCHAR(40) NOT NULL DEFAULT '',
    address VARCHAR(200) NOT NULL DEFAULT '',
    lat DOUBLE PRECISION,
    lon DOUBLE PRECISION,
    accuracy_m DOUBLE PRECISION,
    position_source VARCHAR(8) NOT NULL DEFAULT 'none',
    happened_at TIMESTAMPTZ NOT NULL,
    created_by UUID NOT NULL REFERENCES officers,
    made_at TIMESTAMPTZ,
    received_at TIMESTAMPTZ NOT NULL,
    device UUID,
    clock_offset_s DOUBLE PRECISION,
    ended_at TIMESTAMPTZ,
    ended_by UUID REFERENCES officers,
    outcome TEXT NOT NULL DEFAULT '',
    version INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX emergencies_township ON emergencies (township, received_at, id);
CREATE INDEX emergencies_open ON emergencies (township) WHERE ended_at IS NULL;
CREATE TABLE emergency_entries (
    id UUID PRIMARY KEY NOT NULL,
    emergency UUID NOT NULL REFERENCES emergencies,
    number INTEGER NOT NULL DEFAULT 0,
    at TIMESTAMPTZ NOT NULL,
    officer UUID NOT NULL REFERENCES officers,
    note BOOLEAN NOT NULL DEFAULT FALSE,
    text TEXT NOT NULL DEFAULT '',
    corrects UUID,
    made_at TIMESTAMPTZ,
    received_at TIMESTAMPTZ NOT NULL,
    device UUID,
    clock_offset_s DOUBLE PRECISION
);
CREATE UNIQUE INDEX emergency_entries_number ON emergency_entries (emergency, number);
CREATE TABLE emergency_members (
    id UUID PRIMARY KEY NOT NULL,
    emergency UUID NOT NULL REFERENCES emergencies,
    officer UUID REFERENCES officers,
    name VARCHAR(60) NOT NULL DEFAULT '',
    body VARCHAR(60) NOT NULL DEFAULT '',
    phone VARCHAR(30) NOT NULL DEFAULT '',
    asked_at TIMESTAMPTZ NOT NULL,
    asked_by UUID NOT NULL REFERENCES officers,
    departed_at TIMESTAMPTZ,
    arrived_at TIMESTAMPTZ,
    left_at TIMESTAMPTZ
);
CREATE INDEX emergency_members_emergency ON emergency_members (emergency);
CREATE INDEX emergency_members_officer ON emergency_members (officer) WHERE officer IS NOT NULL;
CREATE UNIQUE INDEX emergency_members_once ON emergency_members (emergency, officer)
    WHERE officer IS NOT NULL AND left_at IS NULL;
CREATE TABLE emergency_links (
    id UUID PRIMARY KEY NOT NULL,
    emergency UUID NOT NULL REFERENCES emergencies,
    record_kind VARCHAR(30) NOT NULL DEFAULT '',
    record_id UUID NOT NULL,
    linked_by UUID NOT NULL REFERENCES officers,
    at TIMESTAMPTZ NOT NULL
);
CREATE UNIQUE INDEX emergency_links_once ON emergency_links (emergency, record_kind, record_id);
CREATE TABLE superior_commands (
    id UUID PRIMARY KEY NOT NULL,
    township UUID NOT NULL REFERENCES townships,
    name VARCHAR(40) NOT NULL DEFAULT '',
    phone VARCHAR(30) NOT NULL DEFAULT '',
    url VARCHAR(300) NOT NULL DEFAULT '',
    changed_by UUID NOT NULL REFERENCES officers,
    changed_at TIMESTAMPTZ NOT NULL
);
CREATE UNIQUE INDEX superior_commands_township ON superior_commands (township);
""",
)
