"""Telling those whom a step concerns: the competent body at any hour, whoever told it what it answers."""

from typing import Final
from uuid import UUID

from backend.casework.hazards.rules.hazard import Hazard
from backend.foundation.database import rows
from backend.foundation.notify import tell

TOLD: Final = "收到重大隐患通报，请立即派员"
# What the competent body does is news to whoever told it; the others are news to the body.
ANSWERS: Final = {
    "receipt": "对方已签收隐患通报",
    "departure": "对方已派员",
    "arrival": "对方已到场",
    "refusal": "对方答复不处理",
    "measures": "对方写了措施",
    "result": "对方反馈了隐患处理结果",
}
SEQUELS: Final = {
    "calls": "对方电话通知了隐患",
    "addenda": "隐患有补充情况",
    "closure": "隐患已办结",
    "withdrawal": "隐患通报已撤回",
}
_BODY = (
    "SELECT o.id FROM officers o JOIN units b ON b.id = ? WHERE o.left_at IS NULL AND (o.unit = b.id OR o.id = b.liaison) "
    "ORDER BY o.username"
)


async def announce_told(hazard: Hazard) -> None:
    """Everybody of the competent body and its group, at any hour: people have to be sent at once."""
    await _tell(await _body(hazard), hazard, TOLD, urgent=True)


async def announce_step(hazard: Hazard, noun: str, *, by: UUID) -> None:
    """Nothing where the step is no news."""
    if noun in ANSWERS:
        people, title = [hazard.created_by], ANSWERS[noun]
    elif noun in SEQUELS:
        people, title = await _body(hazard), SEQUELS[noun]
    else:
        return
    await _tell([officer for officer in people if officer != by], hazard, title)


async def _body(hazard: Hazard) -> list[UUID]:
    return [found["id"] for found in await rows(_BODY, hazard.to_unit)]


async def _tell(people: list[UUID], hazard: Hazard, title: str, *, urgent: bool = False) -> None:
    words = "，".join(part for part in (hazard.category, hazard.address) if part)
    groups = [hazard.to_unit] if urgent else []
    await tell(
        people,
        topic="hazard",
        about=("hazard", hazard.id),
        title=title,
        words=words,
        urgent=urgent,
        groups=groups,
    )
