"""Drafting a case of the demo, with the record it rests on and the photo that proves it."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

from backend.casework.handoffs.bodies.drafting import HandoffBody, MaterialBody
from backend.casework.handoffs.bodies.words import NoticeRecord, StopRecord
from backend.casework.handoffs.commands import content, creation, materials
from backend.casework.parties import Party
from backend.demo.ids import demo_id
from backend.demo.organisation import township_id
from backend.demo.pictures.drawing import picture
from backend.demo.weeks.people import cast, sending
from backend.foundation.database import row
from backend.foundation.outbox import Sender

Told = dict[str, Any]
JPEG = "image/jpeg"
LATER_FOUND_OUT = "回所对照事项清单，并向该局核实后，确认归其管辖"
# A finding of that place that nobody handed over yet.
_FINDING = (
    "SELECT f.id FROM findings f WHERE f.township = ? AND f.address = ? AND f.disposition = 'handoff' "
    "AND f.found_at < ? AND f.found_at > ? AND f.removed_at IS NULL "
    "AND f.id NOT IN (SELECT finding FROM handoffs WHERE finding IS NOT NULL) ORDER BY f.found_at DESC LIMIT 1"
)
_NOT_OLDER = timedelta(days=20)


async def draft(told: Told, handoff: UUID, at: datetime) -> None:
    """The draft as its officer wrote it, complete but for what is told to be missing."""
    by = sending((await cast())[told["by"]], at, "handoff", told["name"])
    finding = await _finding(told, at)
    body = HandoffBody(
        direction=told.get("direction", "out"),
        to_unit=told["to"],
        discovered_at=at,
        facts=told["facts"],
        urgent=told.get("urgent", False),
        ongoing=told.get("ongoing", False),
        matter_code=told["matter"],
        address=told["address"],
        party=Party(**told["party"]) if "party" in told else None,
        finding=finding,
        discovered_reason=LATER_FOUND_OUT if finding else None,
        stop_record=_stop(told, at),
        notice_record=_notice(told, at),
        result_days=told.get("result_days"),
        made_at=at,
    )
    await creation.create(by, handoff, body)
    await enclose(by, handoff, "source", "现场检查（勘验）笔录", "sign", extent="3页")
    await enclose(by, handoff, "evidence", f"现场照片：{told['name']}", told["scene"], extent="1张")
    if "missing" in told:
        listed = MaterialBody(kind="other", **told["missing"])
        await materials.put(by, handoff, demo_id("missing", handoff), listed)


async def enclose(
    by: Sender,
    handoff: UUID,
    kind: str,
    title: str,
    scene: str,
    *,
    extent: str | None = None,
    proof: bool = False,
) -> UUID:
    """A paper photographed, or a photo of the place, with its bytes."""
    file, material = picture(scene, 1), demo_id("material", handoff, title)
    body = MaterialBody(
        kind=kind,  # type: ignore[arg-type]
        title=title,
        sha256=sha256(file).hexdigest(),
        bytes=len(file),
        media_type=JPEG,
        extent=extent,
        proof=proof,
    )
    await materials.put(by, handoff, material, body)
    case, line = await content.expected(by, handoff, material, len(file))
    await content.take_in(by, case, line, _in_one_piece(file))
    return material


async def _finding(told: Told, at: datetime) -> UUID | None:
    if "finding" not in told:
        return None
    found = await row(_FINDING, township_id("sfz"), told["finding"], at, at - _NOT_OLDER)
    return found["id"] if found else None


def _stop(told: Told, at: datetime) -> StopRecord | None:
    """By the two officers who were there: where the place's text wants an order, two are needed."""
    if "stop" not in told:
        return None
    moment = at - timedelta(minutes=40) + timedelta(minutes=told["stop"]["after"])
    return StopRecord(at=moment, by=["沈禾", "程一诺"], how=told["stop"]["how"])


def _notice(told: Told, at: datetime) -> NoticeRecord | None:
    if "notice" not in told:
        return None
    moment = at - timedelta(minutes=40) + timedelta(minutes=told["notice"]["after"])
    return NoticeRecord(at=moment, by="沈禾", how=told["notice"]["how"], whom=told["notice"]["whom"])


async def _in_one_piece(file: bytes) -> AsyncIterator[bytes]:
    yield file
