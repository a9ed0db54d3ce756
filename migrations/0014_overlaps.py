"""Patrols still to be marked as overlapping are found without reading those that are."""

from backend.foundation.database.schema import sql_migration

ID = "2026-11-21T09:14"
VERSION = "1.38.0"
DESCRIPTION = "Patrols still to be marked as overlapping are found without reading those that are."

forwards = sql_migration(
    ID,
    DESCRIPTION,
    """
CREATE INDEX patrols_unmarked ON patrols (township, sort_at) WHERE NOT overlapping AND filed_at IS NULL;
""",
)
