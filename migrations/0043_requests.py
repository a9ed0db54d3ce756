"""协作请求: what one body asks of others, the answer of each, and every step."""

from backend.foundation.database.schema import sql_migration

ID = "2026-11-22T16:43"
VERSION = "1.38.0"
DESCRIPTION = "协作请求: what one body asks of others, the answer of each, and every step."

forwards = sql_migration(
    ID,
    DESCRIPTION,
    """
CREATE TABLE requests (
    id UUID PRIMARY KEY NOT NULL,
    township UUID NOT NULL REFERENCES townships,
    kind VARCHAR(16) NOT NULL DEFAULT '',
    from_unit UUID NOT NULL REFERENCES units,
    body UUID NOT NULL REFERENCES units,
    origin_kind VARCHAR(30) NOT NULL DEFAULT '',
    origin_id UUID,
    title VARCHAR(80) NOT NULL DEFAULT '',
    words TEXT NOT NULL DEFAULT '',
    address VARCHAR(200) NOT NULL DEFAULT '',
    starts_at TIMESTAMPTZ,
    ends_at TIMESTAMPTZ,
    head_count INTEGER,
    urgent BOOLEAN NOT NULL DEFAULT FALSE,
    due_at TIMESTAMPTZ NOT NULL,
    called_at TIMESTAMPTZ,
    letter UUID,
    created_by UUID NOT NULL REFERENCES officers,
    made_at TIMESTAMPTZ,
    received_at TIMESTAMPTZ NOT NULL,
    device UUID,
    clock_offset_s DOUBLE PRECISION,
    state VARCHAR(12) NOT NULL DEFAULT 'open',
    state_at TIMESTAMPTZ NOT NULL,
    ended_at TIMESTAMPTZ,
    version INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX requests_township ON requests (township, received_at, id);
CREATE INDEX requests_from ON requests (from_unit, received_at, id);
CREATE INDEX requests_open ON requests (township, due_at) WHERE ended_at IS NULL;
CREATE INDEX requests_origin ON requests (origin_kind, origin_id) WHERE origin_id IS NOT NULL;
CREATE TABLE request_parties (
    id UUID PRIMARY KEY NOT NULL,
    request UUID NOT NULL REFERENCES requests,
    unit UUID NOT NULL REFERENCES units,
    number INTEGER NOT NULL DEFAULT 1,
    state VARCHAR(12) NOT NULL DEFAULT 'asked',
    state_at TIMESTAMPTZ NOT NULL,
    asked_at TIMESTAMPTZ NOT NULL,
    due_at TIMESTAMPTZ NOT NULL,
    answered_at TIMESTAMPTZ,
    version INTEGER NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX request_parties_once ON request_parties (request, unit);
CREATE INDEX request_parties_unit ON request_parties (unit, state);
CREATE TABLE request_steps (
    id UUID PRIMARY KEY NOT NULL,
    request UUID NOT NULL REFERENCES requests,
    party UUID REFERENCES request_parties,
    number INTEGER NOT NULL DEFAULT 0,
    noun VARCHAR(12) NOT NULL DEFAULT '',
    at TIMESTAMPTZ NOT NULL,
    received_at TIMESTAMPTZ NOT NULL,
    officer UUID NOT NULL REFERENCES officers,
    unit UUID NOT NULL REFERENCES units,
    on_behalf BOOLEAN NOT NULL DEFAULT FALSE,
    speaker VARCHAR(60) NOT NULL DEFAULT '',
    speaker_position VARCHAR(40) NOT NULL DEFAULT '',
    channel VARCHAR(12) NOT NULL DEFAULT '',
    words VARCHAR(500) NOT NULL DEFAULT '',
    people VARCHAR(200) NOT NULL DEFAULT '',
    head_count INTEGER,
    text TEXT NOT NULL DEFAULT '',
    due_at TIMESTAMPTZ
);
CREATE INDEX request_steps_request ON request_steps (request, received_at);
""",
)
