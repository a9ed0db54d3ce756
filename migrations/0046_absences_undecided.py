"""请假、抽调: those that wait for a word found by their township; every page asks how many there are."""

from backend.foundation.database.schema import sql_migration

ID = "2026-11-22T17:45"
VERSION = "1.38.0"
DESCRIPTION = "请假、抽调: those that wait for a word found by their township."

forwards = sql_migration(
    ID,
    DESCRIPTION,
    """
CREATE INDEX leaves_undecided ON leaves (township)
    WHERE approved_at IS NULL AND refused_at IS NULL AND withdrawn_at IS NULL;

CREATE INDEX borrowings_undecided ON borrowings (township)
    WHERE approved_at IS NULL AND refused_at IS NULL AND withdrawn_at IS NULL;
""",
)
