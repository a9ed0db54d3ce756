"""The link and code on a letter: for whom they open a case, the visits they opened, the sealed papers that came by them."""

from backend.foundation.database.schema import sql_migration

ID = "2026-11-21T09:24"
VERSION = "1.38.0"
DESCRIPTION = "The link and code on a letter: for whom they open a case, the visits they opened, the sealed papers that came by them."

forwards = sql_migration(
    ID,
    DESCRIPTION,
    """
CREATE TABLE handoff_invitations (
    id UUID PRIMARY KEY NOT NULL,
    handoff UUID NOT NULL REFERENCES handoffs,
    ordinal INTEGER NOT NULL DEFAULT 0,
    unit UUID NOT NULL REFERENCES units,
    token_digest VARCHAR(64) NOT NULL DEFAULT '' UNIQUE,
    code_digest VARCHAR(64) NOT NULL DEFAULT '',
    made_at TIMESTAMPTZ NOT NULL,
    made_by UUID NOT NULL,
    revoked_at TIMESTAMPTZ,
    revoked_by UUID
);
CREATE INDEX handoff_invitations_handoff ON handoff_invitations (handoff, made_at);
CREATE TABLE handoff_visits (
    id VARCHAR(64) PRIMARY KEY NOT NULL,
    invitation UUID NOT NULL REFERENCES handoff_invitations,
    device VARCHAR(80) NOT NULL DEFAULT '',
    address VARCHAR(64) NOT NULL DEFAULT '',
    opened_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL,
    ended_at TIMESTAMPTZ
);
CREATE INDEX handoff_visits_invitation ON handoff_visits (invitation, opened_at);
CREATE TABLE handoff_sealed_copies (
    id UUID PRIMARY KEY NOT NULL,
    handoff UUID NOT NULL REFERENCES handoffs,
    invitation UUID NOT NULL REFERENCES handoff_invitations,
    title VARCHAR(120) NOT NULL DEFAULT '',
    sha256 VARCHAR(64) NOT NULL DEFAULT '',
    size BIGINT NOT NULL DEFAULT 0,
    media_type VARCHAR(100) NOT NULL DEFAULT '',
    name VARCHAR(60) NOT NULL DEFAULT '',
    position VARCHAR(40) NOT NULL DEFAULT '',
    uploaded_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX handoff_sealed_copies_handoff ON handoff_sealed_copies (handoff, uploaded_at);
""",
)
