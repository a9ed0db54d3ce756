"""The papers the permission matrix asks for: that of the sample handoff, and one of 邻镇."""

from uuid import UUID

from backend.demo.organisation import unit_id
from backend.foundation.letters.official import find
from tests.foundation.letters.official.papers import issued


async def own_letter(letter: UUID) -> dict[str, str]:
    """What else the paths of the township's letter need."""
    return {"code": (await find(letter)).code, "number": "1", "body_id": str(unit_id("sfz"))}


async def stranger_letter(record: tuple[str, UUID]) -> dict[str, str]:
    """邻镇 to a department: nobody of 示范镇 or of 县城市管理局 has to do with it."""
    letter = await issued(body=unit_id("lz"), addressee=unit_id("yjj"), record=record)
    return {"letter_id": str(letter.id), "body_id": str(unit_id("lz"))}
