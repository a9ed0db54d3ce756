"""Journal: chains, events, payloads and receipts."""

from backend.foundation.database.schema import sql_migration

ID = "2026-11-21T09:02"
VERSION = "1.38.0"
DESCRIPTION = "Journal: chains, events, payloads and receipts."

forwards = sql_migration(
    ID,
    DESCRIPTION,
    """
CREATE TABLE chains (
    id UUID PRIMARY KEY NOT NULL,
    seq INTEGER NOT NULL DEFAULT 0,
    head VARCHAR(64) NOT NULL DEFAULT ''
);
CREATE TABLE events (
    id UUID PRIMARY KEY NOT NULL,
    chain UUID NOT NULL REFERENCES chains,
    seq INTEGER NOT NULL DEFAULT 0,
    kind VARCHAR(60) NOT NULL DEFAULT '',
    record_kind VARCHAR(30) NOT NULL DEFAULT '',
    record_id UUID NOT NULL,
    actor UUID,
    made_at TIMESTAMPTZ,
    received_at TIMESTAMPTZ NOT NULL,
    digest VARCHAR(64) NOT NULL DEFAULT '',
    head VARCHAR(64) NOT NULL DEFAULT ''
);
CREATE TABLE payloads (
    id UUID PRIMARY KEY NOT NULL,
    salt VARCHAR(32) NOT NULL DEFAULT '',
    body TEXT,
    erased_at TIMESTAMPTZ
);
CREATE TABLE receipts (
    id UUID PRIMARY KEY NOT NULL,
    record_kind VARCHAR(30) NOT NULL DEFAULT '',
    record_id UUID NOT NULL,
    officer UUID NOT NULL,
    township UUID,
    digest VARCHAR(64) NOT NULL DEFAULT '',
    received_at TIMESTAMPTZ NOT NULL,
    chain UUID NOT NULL,
    seq INTEGER NOT NULL DEFAULT 0,
    head VARCHAR(64) NOT NULL DEFAULT '',
    signature VARCHAR(128) NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX events_chain_seq ON events (chain, seq);
CREATE INDEX events_record ON events (record_id, seq);
""",
)
