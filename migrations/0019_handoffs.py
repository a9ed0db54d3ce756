"""Handoffs: the case, its sendings, steps and material."""

from backend.foundation.database.schema import sql_migration

ID = "2026-11-21T09:19"
VERSION = "1.38.0"
DESCRIPTION = "Handoffs: the case, its sendings, steps and material."

forwards = sql_migration(
    ID,
    DESCRIPTION,
    """
CREATE TABLE handoffs (
    id UUID PRIMARY KEY NOT NULL,
    township UUID NOT NULL REFERENCES townships,
    profile VARCHAR(32) NOT NULL DEFAULT '',
    direction VARCHAR(10) NOT NULL DEFAULT '',
    from_unit UUID NOT NULL REFERENCES units,
    from_body UUID NOT NULL REFERENCES units,
    to_unit UUID NOT NULL REFERENCES units,
    delegated_source VARCHAR(12) NOT NULL DEFAULT '',
    delegated_title VARCHAR(120) NOT NULL DEFAULT '',
    delegated_article VARCHAR(60) NOT NULL DEFAULT '',
    matter_code VARCHAR(40) NOT NULL DEFAULT '',
    matter_name VARCHAR(160) NOT NULL DEFAULT '',
    discovered_at TIMESTAMPTZ NOT NULL,
    discovered_reason VARCHAR(200) NOT NULL DEFAULT '',
    urgent BOOLEAN NOT NULL DEFAULT FALSE,
    urgent_at TIMESTAMPTZ,
    ongoing BOOLEAN NOT NULL DEFAULT FALSE,
    major BOOLEAN NOT NULL DEFAULT FALSE,
    stop_record JSON,
    notice_record JSON,
    consent_record JSON,
    facts TEXT NOT NULL DEFAULT '',
    address VARCHAR(200) NOT NULL DEFAULT '',
    party_name VARCHAR(60) NOT NULL DEFAULT '',
    party_kind VARCHAR(12) NOT NULL DEFAULT '',
    party_contact VARCHAR(60) NOT NULL DEFAULT '',
    party_age VARCHAR(8) NOT NULL DEFAULT '',
    finding UUID,
    complaint UUID,
    result_days INTEGER,
    state VARCHAR(24) NOT NULL DEFAULT '',
    sending INTEGER NOT NULL DEFAULT 1,
    returns INTEGER NOT NULL DEFAULT 0,
    submitted_by UUID,
    extended_at TIMESTAMPTZ,
    number VARCHAR(60) NOT NULL DEFAULT '',
    created_by UUID NOT NULL REFERENCES officers,
    made_at TIMESTAMPTZ,
    received_at TIMESTAMPTZ NOT NULL,
    device UUID,
    clock_offset_s DOUBLE PRECISION,
    overwritten BOOLEAN NOT NULL DEFAULT FALSE,
    sort_at TIMESTAMPTZ NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    field_versions JSON NOT NULL DEFAULT '{}'
);
CREATE INDEX handoffs_sender ON handoffs (from_body, sort_at, id);
CREATE INDEX handoffs_addressee ON handoffs (to_unit, sort_at, id);
CREATE INDEX handoffs_township ON handoffs (township, sort_at, id);
CREATE INDEX handoffs_finding ON handoffs (finding) WHERE finding IS NOT NULL;
CREATE TABLE handoff_sendings (
    id UUID PRIMARY KEY NOT NULL,
    handoff UUID NOT NULL REFERENCES handoffs,
    ordinal INTEGER NOT NULL DEFAULT 0,
    to_unit UUID NOT NULL REFERENCES units,
    number VARCHAR(60) NOT NULL DEFAULT '',
    letter UUID,
    channel VARCHAR(8) NOT NULL DEFAULT 'system',
    content JSON NOT NULL DEFAULT '{}',
    state VARCHAR(24) NOT NULL DEFAULT '',
    sent_at TIMESTAMPTZ NOT NULL,
    sent_by UUID NOT NULL,
    arrived_at TIMESTAMPTZ,
    receipt_at TIMESTAMPTZ
);
CREATE UNIQUE INDEX handoff_sendings_ordinal ON handoff_sendings (handoff, ordinal);
CREATE INDEX handoff_sendings_addressee ON handoff_sendings (to_unit, handoff);
CREATE TABLE handoff_steps (
    id UUID PRIMARY KEY NOT NULL,
    handoff UUID NOT NULL REFERENCES handoffs,
    seq INTEGER NOT NULL DEFAULT 0,
    ordinal INTEGER NOT NULL DEFAULT 0,
    kind VARCHAR(24) NOT NULL DEFAULT '',
    shared BOOLEAN NOT NULL DEFAULT FALSE,
    at TIMESTAMPTZ NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    done_by UUID,
    done_by_name VARCHAR(60) NOT NULL DEFAULT '',
    unit UUID,
    unit_name VARCHAR(60) NOT NULL DEFAULT '',
    recorded_by UUID,
    instead_of UUID,
    instead_of_name VARCHAR(60) NOT NULL DEFAULT '',
    text TEXT NOT NULL DEFAULT '',
    details JSON NOT NULL DEFAULT '{}',
    late BOOLEAN NOT NULL DEFAULT FALSE,
    late_reason VARCHAR(200) NOT NULL DEFAULT '',
    letter UUID
);
CREATE UNIQUE INDEX handoff_steps_seq ON handoff_steps (handoff, seq);
CREATE TABLE handoff_materials (
    id UUID PRIMARY KEY NOT NULL,
    handoff UUID NOT NULL REFERENCES handoffs,
    sending INTEGER NOT NULL DEFAULT 1,
    kind VARCHAR(10) NOT NULL DEFAULT '',
    title VARCHAR(120) NOT NULL DEFAULT '',
    extent VARCHAR(40) NOT NULL DEFAULT '',
    photo UUID,
    sha256 VARCHAR(64) NOT NULL DEFAULT '',
    size BIGINT NOT NULL DEFAULT 0,
    media_type VARCHAR(100) NOT NULL DEFAULT '',
    content_at TIMESTAMPTZ,
    absence VARCHAR(200) NOT NULL DEFAULT '',
    proof BOOLEAN NOT NULL DEFAULT FALSE,
    added_by UUID NOT NULL REFERENCES officers,
    added_at TIMESTAMPTZ NOT NULL,
    removed_at TIMESTAMPTZ,
    removed_by UUID,
    version INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX handoff_materials_handoff ON handoff_materials (handoff);
""",
)
