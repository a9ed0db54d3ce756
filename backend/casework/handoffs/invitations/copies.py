"""上传盖章件: the body's own sealed answer, hashed again here, examined, kept for ever."""

from collections.abc import AsyncIterable
from dataclasses import dataclass
from uuid import UUID

from backend.casework.handoffs.commands.writing import note_step
from backend.casework.handoffs.invitations.queries import copies_of
from backend.casework.handoffs.invitations.rules import LONGEST_TITLE, MOST_COPIES, Invitation
from backend.casework.handoffs.invitations.visitor import Visitor
from backend.casework.handoffs.queries.visible import load
from backend.foundation.database import row, rows, transaction
from backend.foundation.evidence.examination import MATERIALS, MEGABYTE, plain_type
from backend.foundation.evidence.keeping import keep
from backend.foundation.refusals import Refusal

CEILING = 30 * MEGABYTE
# Films prove nothing about a seal.
TAKEN = {kind: name for kind, name in MATERIALS.items() if kind != "video/mp4"}
_INSERT = (
    "INSERT INTO handoff_sealed_copies (id, handoff, invitation, title, sha256, size, media_type, name, position, "
    "uploaded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


@dataclass(frozen=True, slots=True)
class File:
    """A file as its sender names it, before a byte of it is read."""

    id: UUID
    title: str
    sha256: str
    size: int
    media_type: str


def admitted(file: File) -> File:
    """Refuses `invalid`, `media_type_refused`, `too_large`."""
    title, media_type = file.title.strip(), plain_type(file.media_type)
    if not title or len(title) > LONGEST_TITLE:
        raise Refusal("invalid", fields={"title": f"写上文件名称，最多{LONGEST_TITLE}个字"})
    if media_type not in TAKEN:
        raise Refusal("media_type_refused", f"盖章件只收{'、'.join(TAKEN.values())}")
    if not 0 < file.size <= CEILING:
        raise Refusal("too_large", f"最大{CEILING // MEGABYTE} MB")
    return File(file.id, title, file.sha256.lower(), file.size, media_type)


async def take(by: Visitor, invitation: Invitation, file: File, chunks: AsyncIterable[bytes]) -> None:
    """Keep it; the same again changes nothing. Refuses as `admitted` and keep(), `too_many_copies`, `conflict`."""
    file = admitted(file)
    if not await _is_here(invitation, file):
        await _has_room(invitation)
    await keep(file, chunks, TAKEN)
    async with transaction():
        case = await load(by.person, invitation.handoff, lock=True)
        if await _is_here(invitation, file):
            return
        await _has_room(invitation)
        await rows(_INSERT, *_values(by, invitation, file))
        await note_step(
            by,
            case,
            "sealed_copy",
            at=by.at,
            shared=True,
            text=file.title,
            details={"sha256": file.sha256, **by.signature},
            name=by.person.name,
            unit=(by.person.unit_id, by.person.unit_name),
        )


async def _is_here(invitation: Invitation, file: File) -> bool:
    """Whether it was kept before, its answer lost on the way; refuses `conflict` where its id names something else."""
    before = await row("SELECT handoff, sha256 FROM handoff_sealed_copies WHERE id = ?", file.id)
    if before is not None and (before["handoff"], before["sha256"]) != (invitation.handoff, file.sha256):
        raise Refusal("conflict")
    return before is not None


async def _has_room(invitation: Invitation) -> None:
    if len(await copies_of(invitation.handoff)) >= MOST_COPIES:
        raise Refusal("too_many_copies", f"最多{MOST_COPIES}份")


def _values(by: Visitor, invitation: Invitation, file: File) -> list[object]:
    return [
        file.id,
        invitation.handoff,
        invitation.id,
        file.title,
        file.sha256,
        file.size,
        file.media_type,
        by.person.name,
        by.position,
        by.at,
    ]
