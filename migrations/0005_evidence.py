"""Photos and redactions."""

from backend.foundation.database.schema import sql_migration

ID = "2026-11-21T09:05"
VERSION = "1.38.0"
DESCRIPTION = "Photos and redactions."

forwards = sql_migration(
    ID,
    DESCRIPTION,
    """
CREATE TABLE photos (
    id UUID PRIMARY KEY NOT NULL,
    township UUID,
    subject_kind VARCHAR(30) NOT NULL DEFAULT '',
    subject_id UUID NOT NULL,
    taken_at TIMESTAMPTZ NOT NULL,
    lat DOUBLE PRECISION,
    lon DOUBLE PRECISION,
    accuracy_m DOUBLE PRECISION,
    position_source VARCHAR(8) NOT NULL DEFAULT 'none',
    source VARCHAR(8) NOT NULL DEFAULT '',
    sha256 VARCHAR(64) NOT NULL DEFAULT '',
    size INTEGER NOT NULL DEFAULT 0,
    media_type VARCHAR(40) NOT NULL DEFAULT '',
    created_by UUID NOT NULL,
    device UUID,
    made_at TIMESTAMPTZ,
    received_at TIMESTAMPTZ NOT NULL,
    clock_offset_s DOUBLE PRECISION,
    content_at TIMESTAMPTZ,
    exif JSON,
    corroboration VARCHAR(40) NOT NULL DEFAULT '',
    renditions VARCHAR(12) NOT NULL DEFAULT 'waiting',
    rendition_failure TEXT NOT NULL DEFAULT '',
    width INTEGER,
    height INTEGER,
    late BOOLEAN NOT NULL DEFAULT FALSE,
    removed_at TIMESTAMPTZ,
    version INTEGER NOT NULL DEFAULT 1
);
CREATE TABLE redactions (
    id UUID PRIMARY KEY NOT NULL,
    photo UUID NOT NULL REFERENCES photos,
    boxes JSON NOT NULL DEFAULT '[]',
    drawn_by UUID NOT NULL,
    drawn_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX redactions_photo ON redactions (photo);
CREATE INDEX photos_subject ON photos (subject_id, taken_at);
CREATE INDEX photos_sha256 ON photos (sha256);
CREATE INDEX photos_waiting ON photos (received_at) WHERE renditions = 'waiting';
""",
)
