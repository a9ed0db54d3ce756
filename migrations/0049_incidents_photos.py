"""突发事件报送: a first report brings photos along from the record it came from."""

from backend.foundation.database.schema import sql_migration

ID = "2026-11-23T11:30"
VERSION = "1.38.0"
DESCRIPTION = "突发事件报送: photos that came along."

forwards = sql_migration(
    ID,
    DESCRIPTION,
    """
ALTER TABLE incidents ADD COLUMN photos JSON NOT NULL DEFAULT '[]';
""",
)
