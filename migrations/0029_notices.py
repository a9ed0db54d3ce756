"""Notices: what people are told, where else they are reached, what became of each try."""

from backend.foundation.database.schema import sql_migration

ID = "2026-11-22T03:05"
VERSION = "1.38.0"
DESCRIPTION = "Notices: what people are told, where else they are reached, what became of each try."

forwards = sql_migration(
    ID,
    DESCRIPTION,
    """
CREATE TABLE notices (
    id UUID PRIMARY KEY NOT NULL,
    officer UUID NOT NULL REFERENCES officers,
    topic VARCHAR(20) NOT NULL DEFAULT '',
    record_kind VARCHAR(30) NOT NULL DEFAULT '',
    record_id UUID NOT NULL,
    title VARCHAR(80) NOT NULL DEFAULT '',
    words VARCHAR(300) NOT NULL DEFAULT '',
    urgent BOOLEAN NOT NULL DEFAULT false,
    exercise BOOLEAN NOT NULL DEFAULT false,
    created_at TIMESTAMPTZ NOT NULL,
    read_at TIMESTAMPTZ
);
CREATE INDEX notices_inbox ON notices (officer, created_at, id);
CREATE INDEX notices_unread ON notices (officer) WHERE read_at IS NULL;
CREATE TABLE notice_addresses (
    id UUID PRIMARY KEY NOT NULL,
    officer UUID REFERENCES officers,
    unit UUID REFERENCES units,
    kind VARCHAR(12) NOT NULL DEFAULT '',
    name VARCHAR(40) NOT NULL DEFAULT '',
    address TEXT NOT NULL DEFAULT '',
    session VARCHAR(64) NOT NULL DEFAULT '',
    created_by UUID NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    removed_at TIMESTAMPTZ
);
CREATE INDEX notice_addresses_officer ON notice_addresses (officer);
CREATE INDEX notice_addresses_unit ON notice_addresses (unit);
CREATE TABLE notice_wishes (
    owner UUID PRIMARY KEY NOT NULL,
    quiet_from INTEGER,
    quiet_until INTEGER,
    muted JSON NOT NULL DEFAULT '[]',
    changed_at TIMESTAMPTZ NOT NULL
);
CREATE TABLE notice_deliveries (
    id UUID PRIMARY KEY NOT NULL,
    notice UUID NOT NULL REFERENCES notices ON DELETE CASCADE,
    address UUID NOT NULL REFERENCES notice_addresses,
    urgent BOOLEAN NOT NULL DEFAULT false,
    state VARCHAR(12) NOT NULL DEFAULT '',
    attempts INTEGER NOT NULL DEFAULT 0,
    next_at TIMESTAMPTZ NOT NULL,
    failure VARCHAR(120) NOT NULL DEFAULT '',
    created_at TIMESTAMPTZ NOT NULL,
    ended_at TIMESTAMPTZ
);
CREATE INDEX notice_deliveries_due ON notice_deliveries (next_at) WHERE state = 'waiting';
CREATE INDEX notice_deliveries_notice ON notice_deliveries (notice);
CREATE INDEX notice_deliveries_lately ON notice_deliveries (created_at, id);
""",
)
