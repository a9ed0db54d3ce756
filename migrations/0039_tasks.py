"""派单: tasks with their limit, and every step on them."""

from backend.foundation.database.schema import sql_migration

ID = "2026-11-22T15:39"
VERSION = "1.38.0"
DESCRIPTION = "派单: tasks with their limit, and every step on them."

forwards = sql_migration(
    ID,
    DESCRIPTION,
    """
CREATE TABLE tasks (
    id UUID PRIMARY KEY NOT NULL,
    township UUID NOT NULL REFERENCES townships,
    from_unit UUID NOT NULL REFERENCES units,
    unit UUID NOT NULL REFERENCES units,
    officer UUID REFERENCES officers,
    origin_kind VARCHAR(30) NOT NULL DEFAULT '',
    origin_id UUID,
    exercise BOOLEAN NOT NULL DEFAULT FALSE,
    urgent BOOLEAN NOT NULL DEFAULT FALSE,
    title VARCHAR(80) NOT NULL DEFAULT '',
    words TEXT NOT NULL DEFAULT '',
    address VARCHAR(200) NOT NULL DEFAULT '',
    lat DOUBLE PRECISION,
    lon DOUBLE PRECISION,
    accuracy_m DOUBLE PRECISION,
    position_source VARCHAR(8) NOT NULL DEFAULT 'none',
    limited_at TIMESTAMPTZ NOT NULL,
    due_at TIMESTAMPTZ NOT NULL,
    created_by UUID NOT NULL REFERENCES officers,
    made_at TIMESTAMPTZ,
    received_at TIMESTAMPTZ NOT NULL,
    device UUID,
    clock_offset_s DOUBLE PRECISION,
    state VARCHAR(12) NOT NULL DEFAULT 'given',
    state_at TIMESTAMPTZ NOT NULL,
    accepted_at TIMESTAMPTZ,
    accepted_by UUID REFERENCES officers,
    reported_at TIMESTAMPTZ,
    ended_at TIMESTAMPTZ,
    version INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX tasks_township ON tasks (township, received_at, id);
CREATE INDEX tasks_open ON tasks (township, due_at) WHERE ended_at IS NULL;
CREATE INDEX tasks_origin ON tasks (origin_kind, origin_id) WHERE origin_id IS NOT NULL;
CREATE TABLE task_steps (
    id UUID PRIMARY KEY NOT NULL,
    task UUID NOT NULL REFERENCES tasks,
    number INTEGER NOT NULL DEFAULT 0,
    noun VARCHAR(12) NOT NULL DEFAULT '',
    at TIMESTAMPTZ NOT NULL,
    received_at TIMESTAMPTZ NOT NULL,
    officer UUID NOT NULL REFERENCES officers,
    text TEXT NOT NULL DEFAULT '',
    due_at TIMESTAMPTZ,
    to_unit UUID REFERENCES units,
    to_officer UUID REFERENCES officers
);
CREATE INDEX task_steps_task ON task_steps (task, number);
""",
)
