"""The bytes of a material: whole, hashed again here, examined, and only then kept."""

from collections.abc import AsyncIterable
from contextlib import suppress
from uuid import UUID, uuid5

from backend.casework.handoffs.commands.acting import writers
from backend.casework.handoffs.commands.writing import note_step, noted
from backend.casework.handoffs.queries.materials import Line, line_on
from backend.casework.handoffs.queries.visible import Case, load
from backend.foundation.database import UniqueBroken, row, transaction
from backend.foundation.evidence.examination import MATERIALS
from backend.foundation.evidence.keeping import check_size, keep
from backend.foundation.journal import Receipt, issue
from backend.foundation.outbox import Received, Sender, received_before
from backend.foundation.refusals import Refusal

CONTENT = "content"


async def expected(
    by: Sender, handoff_id: UUID, material_id: UUID, declared: int | None
) -> tuple[Case, Line]:
    """The line whose bytes come; refuses `not_found`, `not_allowed`, `gone`, `invalid`, `size_mismatch`."""
    case = await load(by.person, handoff_id)
    await writers(case, by.person)
    line = await _still_on(handoff_id, material_id)
    if line.photo is not None or not line.sha256:
        raise Refusal("invalid", "这份材料没有登记文件", fields={"sha256": "没有登记文件"})
    check_size(line, declared)
    return case, line


async def take_in(by: Sender, case: Case, line: Line, chunks: AsyncIterable[bytes]) -> Received:
    """201 the first time, 200 when the same bytes come again. Refuses as keep(), and `gone` where the line was taken off
    while they came."""
    await keep(line, chunks, MATERIALS, here=line.content_at is not None)
    return await _note(by, case, line)


async def _still_on(handoff_id: UUID, material_id: UUID) -> Line:
    line = await line_on(handoff_id, material_id)
    if line.removed_at is not None:
        raise Refusal("gone")
    return line


async def _note(by: Sender, case: Case, line: Line) -> Received:
    """What comes before the case leaves needs no word of its absence any more; what comes later keeps it: so it left.
    Refuses `gone`, and `conflict` where somebody made a record under the very id of the receipt."""
    key = uuid5(line.id, CONTENT)
    with suppress(UniqueBroken):  # the id of the receipt was given to something else
        if receipt := await _taken(by, case, line, key):
            return Received(201, receipt)
    return await received_before(key, line.sha256)


async def _taken(by: Sender, case: Case, line: Line, key: UUID) -> Receipt | None:
    """None where it was here before."""
    async with transaction():
        case = await load(by.person, case.handoff.id, lock=True)
        line = await _still_on(case.handoff.id, line.id)
        late = case.came_later(line.sending, by.at) and not line.proof
        first = await row(
            "UPDATE handoff_materials SET content_at = ?, absence = ?, version = version + 1 "
            "WHERE id = ? AND content_at IS NULL RETURNING id",
            by.at,
            line.absence if late else "",
            line.id,
        )
        if first is None:
            return None
        payload = {"material": line.id, "title": line.title, "sha256": line.sha256, "bytes": line.size}
        entry = noted(by, case.handoff, "handoff.material_content", payload)
        if late:
            entry = await note_step(
                by, case, "late_material", at=by.at, shared=True, text=line.title, details=payload
            )
        return issue(key, line.sha256, entry, officer=by.person.id, township=by.person.township_id)
