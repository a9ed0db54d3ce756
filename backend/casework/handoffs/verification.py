"""`liandong verify` on materials: every file taken in still lies there, byte for byte, under the digest the journal was told."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import msgspec

from backend.foundation.database import rows
from backend.foundation.evidence.verification import bytes_fault
from backend.foundation.journal.verification import Fault

# Those that are photos are walked as photos.
_MATERIALS = (
    "SELECT id, sha256 FROM handoff_materials WHERE photo IS NULL AND content_at IS NOT NULL ORDER BY id"
)
_TOLD = (
    "SELECT d.body FROM events e JOIN payloads d ON d.id = e.id "
    "WHERE e.kind = 'handoff.material_content' AND d.body IS NOT NULL ORDER BY e.seq"
)


@dataclass
class Walk:
    """How many materials were walked, and the first fault if there is one."""

    materials: int = 0
    fault: Fault | None = None


async def verify_materials() -> Walk:
    """Rows against the journal, bytes against the rows; stops at the first fault."""
    walk, told = Walk(), await _told()
    for material in await rows(_MATERIALS):
        walk.fault = _row_fault(material, told) or await bytes_fault(
            "material", material["id"], material["sha256"]
        )
        if walk.fault:
            return walk
        walk.materials += 1
    return walk


async def _told() -> dict[UUID, str]:
    """The digest each was taken in with; without those whose words retention erased."""
    words = [msgspec.json.decode(event["body"]) for event in await rows(_TOLD)]
    return {UUID(said["material"]): said["sha256"] for said in words}


def _row_fault(material: dict[str, Any], told: dict[UUID, str]) -> Fault | None:
    if told.get(material["id"], material["sha256"]) == material["sha256"]:
        return None
    return Fault("material", f"material {material['id']}", "its row names another SHA-256 than the journal")
