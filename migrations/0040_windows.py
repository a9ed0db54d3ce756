"""周期任务: the windows of recurring duties, each with a clock."""

from backend.foundation.database.schema import sql_migration

ID = "2026-11-22T15:40"
VERSION = "1.38.0"
DESCRIPTION = "周期任务: the windows of recurring duties, each with a clock."

forwards = sql_migration(
    ID,
    DESCRIPTION,
    """
CREATE TABLE cadence_windows (
    id UUID PRIMARY KEY NOT NULL,
    township UUID NOT NULL REFERENCES townships,
    series VARCHAR(40) NOT NULL,
    rule VARCHAR(60) NOT NULL,
    name VARCHAR(60) NOT NULL,
    owed_by UUID NOT NULL REFERENCES units,
    first_day DATE NOT NULL,
    last_day DATE NOT NULL,
    opened_at TIMESTAMPTZ NOT NULL,
    done_kind VARCHAR(30) NOT NULL DEFAULT '',
    done_id UUID,
    done_at TIMESTAMPTZ,
    explained_at TIMESTAMPTZ,
    explained_by UUID REFERENCES officers,
    explanation VARCHAR(500) NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX cadence_windows_once ON cadence_windows (township, series, owed_by, first_day);
CREATE INDEX cadence_windows_open ON cadence_windows (rule) WHERE done_at IS NULL AND explained_at IS NULL;
""",
)
