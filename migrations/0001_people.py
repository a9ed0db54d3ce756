"""People: counties, townships, units, officers, certificates, sessions and tokens."""

from backend.foundation.database.schema import sql_migration

ID = "2026-11-21T09:01"
VERSION = "1.38.0"
DESCRIPTION = "People: counties, townships, units, officers, certificates, sessions and tokens."

forwards = sql_migration(
    ID,
    DESCRIPTION,
    """
CREATE TABLE counties (
    id UUID PRIMARY KEY NOT NULL,
    code VARCHAR(32) NOT NULL DEFAULT '' UNIQUE,
    name VARCHAR(60) NOT NULL DEFAULT '',
    demo BOOLEAN NOT NULL DEFAULT FALSE
);
CREATE TABLE sign_in_delays (
    key VARCHAR(100) PRIMARY KEY NOT NULL,
    failures INTEGER NOT NULL DEFAULT 0,
    last_at TIMESTAMPTZ NOT NULL,
    open_at TIMESTAMPTZ NOT NULL
);
CREATE TABLE townships (
    id UUID PRIMARY KEY NOT NULL,
    county UUID NOT NULL REFERENCES counties,
    code VARCHAR(32) NOT NULL DEFAULT '' UNIQUE,
    name VARCHAR(60) NOT NULL DEFAULT '',
    profile VARCHAR(32) NOT NULL DEFAULT '',
    number_word VARCHAR(16) NOT NULL DEFAULT '',
    demo BOOLEAN NOT NULL DEFAULT FALSE
);
CREATE TABLE units (
    id UUID PRIMARY KEY NOT NULL,
    county UUID NOT NULL REFERENCES counties,
    township UUID REFERENCES townships,
    parent UUID REFERENCES units,
    code VARCHAR(32) NOT NULL DEFAULT '' UNIQUE,
    name VARCHAR(60) NOT NULL DEFAULT '',
    kind VARCHAR(20) NOT NULL DEFAULT '',
    acts_in_own_name BOOLEAN NOT NULL DEFAULT FALSE,
    liaison UUID,
    phone VARCHAR(30) NOT NULL DEFAULT '',
    version INTEGER NOT NULL DEFAULT 1
);
CREATE TABLE officers (
    id UUID PRIMARY KEY NOT NULL,
    unit UUID NOT NULL REFERENCES units,
    username VARCHAR(40) NOT NULL DEFAULT '' UNIQUE,
    name VARCHAR(60) NOT NULL DEFAULT '',
    position VARCHAR(40) NOT NULL DEFAULT '',
    phone VARCHAR(30) NOT NULL DEFAULT '',
    roles JSON NOT NULL DEFAULT '[]',
    password_hash TEXT NOT NULL DEFAULT '',
    must_change_password BOOLEAN NOT NULL DEFAULT TRUE,
    left_at TIMESTAMPTZ,
    demo BOOLEAN NOT NULL DEFAULT FALSE,
    version INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX officers_unit ON officers (unit);
CREATE TABLE certificates (
    id UUID PRIMARY KEY NOT NULL,
    officer UUID NOT NULL REFERENCES officers,
    number VARCHAR(40) NOT NULL DEFAULT '',
    issuer VARCHAR(60) NOT NULL DEFAULT '',
    valid_from TIMESTAMPTZ NOT NULL,
    valid_until TIMESTAMPTZ NOT NULL
);
CREATE INDEX certificates_officer ON certificates (officer);
CREATE TABLE sessions (
    id VARCHAR(64) PRIMARY KEY NOT NULL,
    officer UUID NOT NULL REFERENCES officers ON DELETE CASCADE,
    device VARCHAR(80) NOT NULL DEFAULT '',
    address VARCHAR(64) NOT NULL DEFAULT '',
    created_at TIMESTAMPTZ NOT NULL,
    seen_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL,
    ended_at TIMESTAMPTZ
);
CREATE INDEX sessions_officer ON sessions (officer);
CREATE TABLE suspensions (
    id UUID PRIMARY KEY NOT NULL,
    certificate UUID NOT NULL REFERENCES certificates,
    started_at TIMESTAMPTZ NOT NULL,
    ended_at TIMESTAMPTZ,
    reason VARCHAR(200) NOT NULL DEFAULT '',
    imposed_by UUID NOT NULL
);
CREATE INDEX suspensions_certificate ON suspensions (certificate);
CREATE TABLE tokens (
    id VARCHAR(64) PRIMARY KEY NOT NULL,
    officer UUID NOT NULL REFERENCES officers ON DELETE CASCADE,
    name VARCHAR(60) NOT NULL DEFAULT '',
    created_at TIMESTAMPTZ NOT NULL,
    ended_at TIMESTAMPTZ
);
CREATE INDEX tokens_officer ON tokens (officer);
CREATE INDEX units_township ON units (township);
CREATE INDEX units_county ON units (county);
""",
)
