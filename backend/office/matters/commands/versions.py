"""Putting a matter on the list, giving it its next version, taking one back that has not begun."""

from uuid import UUID, uuid4

from backend.foundation.database import UniqueBroken, batch, execute, row, transaction
from backend.foundation.refusals import Refusal
from backend.office.matters.commands.writing import (
    Act,
    inserted,
    note,
    noted,
    recorded,
    take_version,
    turn_page,
)
from backend.office.matters.queries.bodies import directory_of
from backend.office.matters.queries.history import highest_numbers, last_version
from backend.office.matters.rules.content import saying_faults
from backend.office.matters.rules.faults import Fault, refuse
from backend.office.matters.rules.versions import Draft, version_faults

LONGEST_WHY = 200


async def list_matter(draft: Draft, sayings: tuple[str, ...], act: Act, proposal: UUID | None = None) -> UUID:
    """A new matter on the list; refuses `matter_code_taken` and what the rules refuse."""
    matter = uuid4()
    try:
        async with transaction():
            own = (await directory_of(act.township)).own
            refuse(
                [
                    *version_faults(draft, None, own, act.at),
                    *saying_faults(sayings),
                    *await _taken(draft.code, act),
                ]
            )
            await batch(
                [inserted(matter, draft.code, sayings, act), recorded(matter, 1, draft, act, proposal)]
            )
            await turn_page(act.township)
            noted(matter, 1, draft, None, act)
    except UniqueBroken:
        refuse([_code_taken()])
    return matter


async def add_version(
    matter: UUID, draft: Draft, version: int, act: Act, proposal: UUID | None = None
) -> int:
    """The next version of a matter that stands as `version`; its number. Refuses `changed_elsewhere` and as the rules."""
    async with transaction():
        await take_version(matter, version, act)
        last = await last_version(matter)
        refuse(version_faults(draft, last, (await directory_of(act.township)).own, act.at))
        number = (await highest_numbers(act.township))[matter] + 1
        await batch([recorded(matter, number, draft, act, proposal)])
        await turn_page(act.township)
        noted(matter, number, draft, last.content if last else None, act)
    return number


async def withdraw_version(matter: UUID, number: int, why: str, version: int, act: Act) -> None:
    """Take back a version before it begins; refuses `matter_begun` for any other."""
    if not why or len(why) > LONGEST_WHY:
        raise Refusal("reason_needed", fields={"why": f"写明为什么撤回，最多{LONGEST_WHY}个字"})
    async with transaction():
        await take_version(matter, version, act)
        taken = await execute(
            "UPDATE matter_versions SET withdrawn_at = ?, withdrawn_by = ?, withdrawn_why = ? "
            "WHERE matter = ? AND number = ? AND withdrawn_at IS NULL AND starts_at > ? RETURNING id",
            act.at, act.by, why, matter, number, act.at,
        )  # fmt: skip
        if not taken:
            raise Refusal("matter_begun")
        await turn_page(act.township)
        note("matter.version_withdrawn", matter, {"number": number, "why": why}, act)


async def change_sayings(matter: UUID, sayings: tuple[str, ...], version: int, act: Act) -> None:
    """What officers call it: the township's own, no version and no paper needed."""
    refuse(saying_faults(sayings))
    async with transaction():
        await take_version(matter, version, act)
        await batch([("UPDATE matters SET sayings = ? WHERE id = ?", ("\n".join(sayings), matter))])
        await turn_page(act.township)
        note("matter.sayings_changed", matter, {"sayings": list(sayings)}, act)


async def _taken(code: str, act: Act) -> list[Fault]:
    there = await row("SELECT id FROM matters WHERE township = ? AND code = ?", act.township, code)
    return [_code_taken()] if there else []


def _code_taken() -> Fault:
    return Fault("code", "matter_code_taken", "这个编码已经在清单里")
