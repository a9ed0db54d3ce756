"""The list of enforcement matters with its versions, departments' proposals, and imports awaiting confirmation."""

from backend.foundation.database.schema import sql_migration

ID = "2026-11-21T09:17"
VERSION = "1.38.0"
DESCRIPTION = "The list of enforcement matters with its versions, proposals and imports."

forwards = sql_migration(
    ID,
    DESCRIPTION,
    """
CREATE TABLE matter_lists (
    id UUID PRIMARY KEY NOT NULL REFERENCES townships,
    revision UUID NOT NULL
);
CREATE TABLE matters (
    id UUID PRIMARY KEY NOT NULL,
    township UUID NOT NULL REFERENCES townships,
    code VARCHAR(40) NOT NULL,
    sayings TEXT NOT NULL DEFAULT '',
    version INTEGER NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX matters_code ON matters (township, code);
CREATE TABLE matter_versions (
    id UUID PRIMARY KEY NOT NULL,
    matter UUID NOT NULL REFERENCES matters,
    township UUID NOT NULL REFERENCES townships,
    number INTEGER NOT NULL,
    standing VARCHAR(12) NOT NULL,
    effective_on DATE NOT NULL,
    starts_at TIMESTAMPTZ NOT NULL,
    name VARCHAR(160) NOT NULL,
    field VARCHAR(40) NOT NULL,
    basis JSON NOT NULL DEFAULT '[]',
    supervising UUID REFERENCES units,
    supervising_name VARCHAR(120) NOT NULL DEFAULT '',
    punishing UUID REFERENCES units,
    punishing_name VARCHAR(120) NOT NULL DEFAULT '',
    source_duty TEXT NOT NULL DEFAULT '',
    follow_up_duty TEXT NOT NULL DEFAULT '',
    end_duty TEXT NOT NULL DEFAULT '',
    standard TEXT NOT NULL DEFAULT '',
    tiers JSON NOT NULL DEFAULT '[]',
    prosecution TEXT NOT NULL DEFAULT '',
    paper_title VARCHAR(160) NOT NULL DEFAULT '',
    paper_number VARCHAR(60) NOT NULL DEFAULT '',
    paper_on DATE,
    reason TEXT NOT NULL DEFAULT '',
    proposal UUID,
    recorded_at TIMESTAMPTZ NOT NULL,
    recorded_by UUID REFERENCES officers,
    withdrawn_at TIMESTAMPTZ,
    withdrawn_by UUID REFERENCES officers,
    withdrawn_why VARCHAR(200) NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX matter_versions_number ON matter_versions (matter, number);
CREATE INDEX matter_versions_start ON matter_versions (township, starts_at);
CREATE TABLE matter_proposals (
    id UUID PRIMARY KEY NOT NULL,
    township UUID NOT NULL REFERENCES townships,
    matter UUID REFERENCES matters,
    code VARCHAR(40) NOT NULL,
    base INTEGER NOT NULL,
    content JSON NOT NULL DEFAULT '{}',
    effective_on DATE NOT NULL,
    paper_title VARCHAR(160) NOT NULL,
    paper_number VARCHAR(60) NOT NULL DEFAULT '',
    paper_on DATE,
    reason TEXT NOT NULL DEFAULT '',
    body UUID NOT NULL REFERENCES units,
    proposed_at TIMESTAMPTZ NOT NULL,
    proposed_by UUID NOT NULL REFERENCES officers,
    answer VARCHAR(10) NOT NULL DEFAULT '',
    answered_at TIMESTAMPTZ,
    answered_by UUID REFERENCES officers,
    answer_words VARCHAR(500) NOT NULL DEFAULT ''
);
CREATE INDEX matter_proposals_township ON matter_proposals (township, proposed_at);
CREATE INDEX matter_proposals_body ON matter_proposals (body, proposed_at);
CREATE TABLE matter_imports (
    id UUID PRIMARY KEY NOT NULL,
    township UUID NOT NULL REFERENCES townships,
    revision UUID,
    file_name VARCHAR(200) NOT NULL,
    digest VARCHAR(64) NOT NULL,
    effective_on DATE NOT NULL,
    whole BOOLEAN NOT NULL,
    row_count INTEGER NOT NULL,
    unchanged INTEGER NOT NULL,
    faults JSON NOT NULL DEFAULT '[]',
    plan JSON NOT NULL DEFAULT '[]',
    made_at TIMESTAMPTZ NOT NULL,
    made_by UUID NOT NULL REFERENCES officers,
    applied_at TIMESTAMPTZ,
    applied_by UUID REFERENCES officers
);
CREATE INDEX matter_imports_township ON matter_imports (township, made_at);
""",
)
