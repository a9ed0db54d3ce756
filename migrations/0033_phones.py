"""手机: what each officer's phones still hold and have not sent, as they tell it themselves."""

from backend.foundation.database.schema import sql_migration

ID = "2026-11-22T14:10"
VERSION = "1.38.0"
DESCRIPTION = "手机: what each officer's phones still hold and have not sent, as they tell it themselves."

forwards = sql_migration(
    ID,
    DESCRIPTION,
    """
CREATE TABLE phones (
    id UUID PRIMARY KEY NOT NULL,
    officer UUID NOT NULL REFERENCES officers ON DELETE CASCADE,
    device UUID NOT NULL,
    name VARCHAR(80) NOT NULL DEFAULT '',
    waiting INTEGER NOT NULL DEFAULT 0,
    photos INTEGER NOT NULL DEFAULT 0,
    refused INTEGER NOT NULL DEFAULT 0,
    oldest_at TIMESTAMPTZ,
    room_bytes BIGINT,
    persisted BOOLEAN NOT NULL DEFAULT FALSE,
    clock_offset_s DOUBLE PRECISION,
    reported_at TIMESTAMPTZ NOT NULL
);
CREATE UNIQUE INDEX phones_device ON phones (officer, device);
""",
)
