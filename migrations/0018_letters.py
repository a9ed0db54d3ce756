"""Official letters: numbered, frozen, rendered once, perhaps sealed, perhaps void."""

from backend.foundation.database.schema import sql_migration

ID = "2026-11-21T09:18"
VERSION = "1.38.0"
DESCRIPTION = "Official letters: numbered, frozen, rendered once, perhaps sealed, perhaps void."

forwards = sql_migration(
    ID,
    DESCRIPTION,
    """
CREATE TABLE number_rules (
    id UUID PRIMARY KEY NOT NULL,
    body UUID NOT NULL,
    kind VARCHAR(30) NOT NULL DEFAULT '',
    word VARCHAR(16) NOT NULL DEFAULT '',
    pattern VARCHAR(60) NOT NULL DEFAULT '',
    by_register BOOLEAN NOT NULL DEFAULT FALSE,
    changed_by UUID,
    changed_at TIMESTAMPTZ,
    version INTEGER NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX number_rules_kind ON number_rules (body, kind);
CREATE TABLE letter_texts (
    id UUID PRIMARY KEY NOT NULL,
    township UUID NOT NULL REFERENCES townships,
    kind VARCHAR(30) NOT NULL DEFAULT '',
    part VARCHAR(20) NOT NULL DEFAULT '',
    words TEXT NOT NULL DEFAULT '',
    changed_by UUID NOT NULL,
    changed_at TIMESTAMPTZ NOT NULL
);
CREATE UNIQUE INDEX letter_texts_part ON letter_texts (township, kind, part);
CREATE TABLE letters (
    id UUID PRIMARY KEY NOT NULL,
    kind VARCHAR(30) NOT NULL DEFAULT '',
    body UUID NOT NULL REFERENCES units,
    body_name VARCHAR(60) NOT NULL DEFAULT '',
    addressee UUID NOT NULL REFERENCES units,
    addressee_name VARCHAR(60) NOT NULL DEFAULT '',
    chain UUID NOT NULL,
    record_kind VARCHAR(30) NOT NULL DEFAULT '',
    record_id UUID NOT NULL,
    accompanies UUID REFERENCES letters,
    number VARCHAR(60) NOT NULL DEFAULT '',
    year INTEGER NOT NULL DEFAULT 0,
    by_register BOOLEAN NOT NULL DEFAULT FALSE,
    code VARCHAR(32) NOT NULL DEFAULT '' UNIQUE,
    paper TEXT NOT NULL DEFAULT '',
    enclosures JSON NOT NULL DEFAULT '[]',
    issued_at TIMESTAMPTZ NOT NULL,
    issued_by UUID NOT NULL,
    sha256 VARCHAR(64) NOT NULL DEFAULT '',
    size BIGINT NOT NULL DEFAULT 0,
    rendered_at TIMESTAMPTZ,
    voided_at TIMESTAMPTZ,
    voided_by UUID,
    void_reason VARCHAR(200) NOT NULL DEFAULT '',
    sealed_at TIMESTAMPTZ,
    sealed_by UUID,
    scan_sha256 VARCHAR(64) NOT NULL DEFAULT '',
    scan_size BIGINT NOT NULL DEFAULT 0,
    scan_type VARCHAR(40) NOT NULL DEFAULT '',
    scanned_at TIMESTAMPTZ,
    scanned_by UUID
);
CREATE UNIQUE INDEX letters_number ON letters (body, number) WHERE accompanies IS NULL;
CREATE INDEX letters_record ON letters (record_id);
CREATE INDEX letters_register ON letters (body, issued_at, id);
CREATE INDEX letters_unrendered ON letters (issued_at) WHERE rendered_at IS NULL;
""",
)
