"""The checklist of a handoff: putting on a photo or a file, saying why a paper is missing, taking a line off."""

from dataclasses import dataclass
from uuid import UUID

import msgspec

from backend.casework.handoffs.bodies.drafting import AbsenceBody, MaterialBody, MaterialRemoval
from backend.casework.handoffs.commands.acting import Noun, act_on, writers
from backend.casework.handoffs.commands.writing import noted, write
from backend.casework.handoffs.queries.materials import checklist, find_line, line_on, lines_of
from backend.casework.handoffs.queries.visible import Case, load
from backend.casework.handoffs.rules import sealed
from backend.casework.handoffs.rules.materials import three_kinds
from backend.casework.handoffs.rules.states import OPEN, PREPARING, WITH_ADDRESSEE, WORDS
from backend.foundation.database import rows
from backend.foundation.evidence.examination import MATERIAL_CEILING, MATERIALS, MEGABYTE, plain_type
from backend.foundation.evidence.queries import visible as visible_photo
from backend.foundation.journal import Entry
from backend.foundation.outbox import Received, Sender, receive_put
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal

ABSENCE = Noun("absence", writers)
REMOVAL = Noun("material removal", writers)
_INSERT = (
    "INSERT INTO handoff_materials (id, handoff, sending, kind, title, extent, photo, sha256, size, media_type, absence, "
    "proof, sealed, added_by, added_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


class _Hung(msgspec.Struct):
    """What the digest covers: the same paper on another handoff is other content."""

    handoff: UUID
    material: MaterialBody


@dataclass(frozen=True, slots=True)
class _File:
    """What is known of the bytes that follow; empty for a photo and for a paper that is not there."""

    sha256: str = ""
    size: int = 0
    media_type: str = ""


async def put(by: Sender, handoff_id: UUID, material_id: UUID, body: MaterialBody) -> Received:
    """PUT: 201 the first time. Refuses `not_found`, `not_allowed`, `material_closed`, `invalid`, `media_type_refused`,
    `too_large`, and as any PUT."""
    file = _admitted(body)

    async def create() -> Entry:
        case = await load(by.person, handoff_id, lock=True)
        await writers(case, by.person)
        _takes_material(case, proof=body.proof)
        await _photo_seen(by.person, body.photo)
        await rows(_INSERT, *_values(by, case, material_id, body, file))
        changed = await write(case.handoff, {})
        payload = {"material": material_id, **msgspec.to_builtins(body), "title": _title(body)}
        return noted(by, changed, "handoff.material_added", payload)

    async def state() -> str:
        line = await find_line(material_id)
        return "gone" if line is not None and line.removed_at is not None else "conflict"

    # What happens to a paper is written down on its case, so that is what its receipt is for.
    return await receive_put(
        by.person, "handoff", material_id, _Hung(handoff_id, body), create=create, state=state
    )


async def explain_absence(by: Sender, handoff_id: UUID, material_id: UUID, body: AbsenceBody) -> Received:
    """说明缺件: signed by whoever says so. Refuses `material_closed`, `conflict` where the paper is here."""

    async def work(case: Case) -> Entry | None:
        line = await line_on(handoff_id, material_id)
        _takes_material(case, proof=line.proof)
        if line.here or line.removed_at is not None:
            raise Refusal("conflict", "材料已经在了" if line.here else "材料已经撤下")
        if line.absence == body.reason:
            return None
        await rows("UPDATE handoff_materials SET absence = ? WHERE id = ?", body.reason, material_id)
        changed = await write(case.handoff, {})
        payload = {"material": material_id, "title": line.title, "reason": body.reason}
        return noted(by, changed, "handoff.material_absent", payload)

    return await act_on(by, handoff_id, ABSENCE, body, work)


async def remove(by: Sender, handoff_id: UUID, material_id: UUID, body: MaterialRemoval) -> Received:
    """Take a line off before the case leaves; what left stays. Twice is harmless. Refuses `materials_missing` where a case that
    was submitted would be left without what its approver decides on."""

    async def work(case: Case) -> Entry | None:
        line = await line_on(handoff_id, material_id)
        if line.removed_at is not None:
            return None
        _takes_material(case, proof=line.proof)
        if any(each.ordinal >= line.sending for each in case.sendings) and not line.proof:
            raise Refusal("material_closed", "这份材料随前一次移送发出，不能撤下")
        if case.handoff.state not in OPEN and case.handoff.direction != "stationed":
            rest = [each for each in await lines_of(handoff_id) if each.id != material_id]
            three_kinds(case.profile, checklist(rest))
        await rows(
            "UPDATE handoff_materials SET removed_at = ?, removed_by = ?, version = version + 1 WHERE id = ?",
            by.at,
            by.person.id,
            material_id,
        )
        changed = await write(case.handoff, {})
        payload = {"material": material_id, "title": line.title, "note": body.note}
        return noted(by, changed, "handoff.material_removed", payload)

    return await act_on(by, handoff_id, REMOVAL, body, work)


async def _photo_seen(person: Person, photo: UUID | None) -> None:
    """Refuse `origin_unknown` for a photo this person may not see."""
    try:
        if photo is not None:
            await visible_photo(person, photo)
    except Refusal:
        raise Refusal("origin_unknown", fields={"photo": "没有这张照片，或你无权查看"}) from None


def _takes_material(case: Case, *, proof: bool) -> None:
    """Material is added until the case leaves; proof of an answer once it has left; refuses `material_closed`."""
    state = case.handoff.state
    if state not in (WITH_ADDRESSEE if proof else PREPARING):
        raise Refusal("material_closed", f"现在是“{WORDS[state]}”")


def _admitted(body: MaterialBody) -> _File:
    """The file as it is said to be, before a byte of it is sent; refuses `invalid`, `media_type_refused`, `too_large`."""
    if body.sealed:
        sealed.admitted(body.kind, photo=body.photo is not None, proof=body.proof)
    given = [body.sha256, body.bytes, body.media_type]
    if body.photo is not None and any(given):
        raise Refusal("invalid", fields={"photo": "照片和文件只能给一样"})
    if not any(given):
        return _File()
    if body.sha256 is None or body.bytes is None or body.media_type is None:
        raise Refusal("invalid", fields={"sha256": "文件要写 sha256、bytes、media_type"})
    media_type = plain_type(body.media_type)
    if media_type not in MATERIALS:
        raise Refusal("media_type_refused", f"材料只收{'、'.join(MATERIALS.values())}")
    if body.bytes > MATERIAL_CEILING:
        most, size = MATERIAL_CEILING // MEGABYTE, body.bytes / MEGABYTE
        raise Refusal("too_large", f"材料最大{most} MB，这份{size:.1f} MB")
    return _File(body.sha256.lower(), body.bytes, media_type)


def _title(body: MaterialBody) -> str:
    """What is sealed goes by one name everywhere."""
    return sealed.TITLE if body.sealed else body.title


def _values(by: Sender, case: Case, material_id: UUID, body: MaterialBody, file: _File) -> list[object]:
    return [
        material_id,
        case.handoff.id,
        case.handoff.next_sending,
        body.kind,
        _title(body),
        body.extent or "",
        body.photo,
        file.sha256,
        file.size,
        file.media_type,
        body.absence or "",
        body.proof,
        bool(body.sealed),
        by.person.id,
        by.at,
    ]
