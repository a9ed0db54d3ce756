"""支援: calls for help, who came and when, positions, what the server did by itself, the phone list."""

from backend.foundation.database.schema import sql_migration

ID = "2026-11-22T09:27"
VERSION = "1.38.0"
DESCRIPTION = (
    "支援: calls for help, who came and when, positions, what the server did by itself, the phone list."
)

forwards = sql_migration(
    ID,
    DESCRIPTION,
    """
CREATE TABLE assists (
    id UUID PRIMARY KEY NOT NULL,
    county UUID NOT NULL REFERENCES counties,
    township UUID REFERENCES townships,
    chain UUID NOT NULL,
    unit UUID NOT NULL REFERENCES units,
    raised_by UUID NOT NULL REFERENCES officers,
    status VARCHAR(8) NOT NULL DEFAULT 'actual',
    severity VARCHAR(10) NOT NULL DEFAULT 'emergency',
    reason VARCHAR(40) NOT NULL DEFAULT '',
    note VARCHAR(500) NOT NULL DEFAULT '',
    phone VARCHAR(30) NOT NULL DEFAULT '',
    hazards JSON NOT NULL DEFAULT '[]',
    patrol UUID,
    finding UUID,
    origin_kind VARCHAR(30) NOT NULL DEFAULT '',
    origin_id UUID,
    lat DOUBLE PRECISION,
    lon DOUBLE PRECISION,
    accuracy_m DOUBLE PRECISION,
    position_source VARCHAR(8) NOT NULL DEFAULT 'none',
    position_at TIMESTAMPTZ,
    position_marks JSON NOT NULL DEFAULT '[]',
    raised_at TIMESTAMPTZ NOT NULL,
    made_at TIMESTAMPTZ,
    received_at TIMESTAMPTZ NOT NULL,
    device UUID,
    clock_offset_s DOUBLE PRECISION,
    alarm_number VARCHAR(40) NOT NULL DEFAULT '',
    state VARCHAR(12) NOT NULL DEFAULT 'raised',
    responded_at TIMESTAMPTZ,
    acknowledged_at TIMESTAMPTZ,
    departed_at TIMESTAMPTZ,
    arrived_at TIMESTAMPTZ,
    ended_at TIMESTAMPTZ,
    ended_by UUID,
    end_reason VARCHAR(200) NOT NULL DEFAULT '',
    evidence TEXT NOT NULL DEFAULT '',
    dispersed INTEGER,
    injured INTEGER,
    outcome TEXT NOT NULL DEFAULT '',
    outcome_by UUID,
    outcome_at TIMESTAMPTZ,
    round INTEGER NOT NULL DEFAULT 1,
    round_since TIMESTAMPTZ NOT NULL,
    next_at TIMESTAMPTZ,
    next_step VARCHAR(10) NOT NULL DEFAULT '',
    overwritten BOOLEAN NOT NULL DEFAULT FALSE,
    version INTEGER NOT NULL DEFAULT 1,
    field_versions JSON NOT NULL DEFAULT '{}'
);
CREATE INDEX assists_township ON assists (township, received_at, id);
CREATE INDEX assists_county ON assists (county, received_at, id) WHERE township IS NULL;
CREATE INDEX assists_open ON assists (township) WHERE ended_at IS NULL;
CREATE INDEX assists_raised_by ON assists (raised_by);
CREATE INDEX assists_patrol ON assists (patrol);
CREATE INDEX assists_due ON assists (next_at) WHERE next_at IS NOT NULL;
CREATE TABLE assist_responses (
    id UUID PRIMARY KEY NOT NULL,
    assist UUID NOT NULL REFERENCES assists,
    officer UUID REFERENCES officers,
    name VARCHAR(60) NOT NULL DEFAULT '',
    unit UUID REFERENCES units,
    police BOOLEAN NOT NULL DEFAULT FALSE,
    asked_at TIMESTAMPTZ,
    acknowledged_at TIMESTAMPTZ,
    departed_at TIMESTAMPTZ,
    arrived_at TIMESTAMPTZ,
    left_at TIMESTAMPTZ,
    handing_to UUID
);
CREATE INDEX assist_responses_assist ON assist_responses (assist);
CREATE INDEX assist_responses_officer ON assist_responses (officer);
CREATE UNIQUE INDEX assist_responses_one ON assist_responses (assist, officer) WHERE officer IS NOT NULL;
CREATE UNIQUE INDEX assist_responses_named ON assist_responses (assist, name) WHERE officer IS NULL;
CREATE TABLE assist_steps (
    id UUID PRIMARY KEY NOT NULL,
    assist UUID NOT NULL REFERENCES assists,
    response UUID,
    noun VARCHAR(20) NOT NULL DEFAULT '',
    at TIMESTAMPTZ NOT NULL,
    received_at TIMESTAMPTZ NOT NULL,
    officer UUID NOT NULL REFERENCES officers,
    on_behalf BOOLEAN NOT NULL DEFAULT FALSE,
    channel VARCHAR(12) NOT NULL DEFAULT '',
    words VARCHAR(500) NOT NULL DEFAULT ''
);
CREATE INDEX assist_steps_assist ON assist_steps (assist, received_at);
CREATE TABLE assist_positions (
    id UUID PRIMARY KEY NOT NULL,
    assist UUID NOT NULL REFERENCES assists,
    officer UUID NOT NULL REFERENCES officers,
    at TIMESTAMPTZ NOT NULL,
    received_at TIMESTAMPTZ NOT NULL,
    lat DOUBLE PRECISION,
    lon DOUBLE PRECISION,
    accuracy_m DOUBLE PRECISION,
    source VARCHAR(8) NOT NULL DEFAULT 'none',
    marks JSON NOT NULL DEFAULT '[]'
);
CREATE INDEX assist_positions_assist ON assist_positions (assist, officer, at);
CREATE TABLE assist_escalations (
    id UUID PRIMARY KEY NOT NULL,
    assist UUID NOT NULL REFERENCES assists,
    round INTEGER NOT NULL DEFAULT 0,
    step VARCHAR(10) NOT NULL DEFAULT '',
    due_at TIMESTAMPTZ NOT NULL,
    given_at TIMESTAMPTZ NOT NULL
);
CREATE UNIQUE INDEX assist_escalations_once ON assist_escalations (assist, round, step);
CREATE TABLE assist_followups (
    id UUID PRIMARY KEY NOT NULL,
    assist UUID NOT NULL REFERENCES assists,
    record_kind VARCHAR(30) NOT NULL DEFAULT '',
    record_id UUID NOT NULL,
    linked_by UUID NOT NULL REFERENCES officers,
    at TIMESTAMPTZ NOT NULL
);
CREATE UNIQUE INDEX assist_followups_once ON assist_followups (assist, record_kind, record_id);
CREATE TABLE alarm_contacts (
    id UUID PRIMARY KEY NOT NULL,
    township UUID NOT NULL REFERENCES townships,
    name VARCHAR(60) NOT NULL DEFAULT '',
    position VARCHAR(40) NOT NULL DEFAULT '',
    phone VARCHAR(30) NOT NULL DEFAULT '',
    rank INTEGER NOT NULL DEFAULT 0,
    removed_at TIMESTAMPTZ,
    version INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX alarm_contacts_township ON alarm_contacts (township, rank);
""",
)
