"""移送材料: which handoffs carry a photo is asked whenever one comes."""

from backend.foundation.database.schema import sql_migration

ID = "2026-11-22T15:00"
VERSION = "1.38.0"
DESCRIPTION = "移送材料: which handoffs carry a photo is asked whenever one comes."

forwards = sql_migration(
    ID,
    DESCRIPTION,
    """
CREATE INDEX handoff_materials_photo ON handoff_materials (photo) WHERE photo IS NOT NULL;
""",
)
