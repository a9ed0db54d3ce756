"""在岗: who came on duty and went off it, as they say so themselves."""

from backend.foundation.database.schema import sql_migration

ID = "2026-11-22T09:28"
VERSION = "1.38.0"
DESCRIPTION = "在岗: who came on duty and went off it, as they say so themselves."

forwards = sql_migration(
    ID,
    DESCRIPTION,
    """
CREATE TABLE duty_marks (
    id UUID PRIMARY KEY NOT NULL,
    officer UUID NOT NULL REFERENCES officers ON DELETE CASCADE,
    since_at TIMESTAMPTZ NOT NULL,
    until_at TIMESTAMPTZ
);
CREATE INDEX duty_marks_officer ON duty_marks (officer, since_at);
CREATE UNIQUE INDEX duty_marks_running ON duty_marks (officer) WHERE until_at IS NULL;
""",
)
