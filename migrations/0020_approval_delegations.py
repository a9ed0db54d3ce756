"""Leaders delegate approval for a range of days."""

from backend.foundation.database.schema import sql_migration

ID = "2026-11-21T09:20"
VERSION = "1.38.0"
DESCRIPTION = "Leaders delegate approval for a range of days."

forwards = sql_migration(
    ID,
    DESCRIPTION,
    """
CREATE TABLE approval_delegations (
    id UUID PRIMARY KEY NOT NULL,
    body UUID NOT NULL REFERENCES units,
    leader UUID NOT NULL REFERENCES officers,
    delegate UUID NOT NULL REFERENCES officers,
    from_day DATE NOT NULL,
    until_day DATE NOT NULL,
    note VARCHAR(200) NOT NULL DEFAULT '',
    at TIMESTAMPTZ NOT NULL,
    told_at TIMESTAMPTZ,
    revoked_at TIMESTAMPTZ,
    revoked_by UUID,
    version INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX approval_delegations_delegate ON approval_delegations (delegate, until_day);
CREATE INDEX approval_delegations_body ON approval_delegations (body, until_day);
""",
)
