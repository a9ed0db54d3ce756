"""Showing a text on an invented paper of the township's own, before it is used."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from backend.foundation.database import row
from backend.foundation.letters.official.composing import composed, parties
from backend.foundation.letters.official.rendering import PAGES, pressed
from backend.foundation.letters.wording import Texts
from backend.foundation.refusals import Refusal
from backend.office.letters.samples import NUMBER, sample

_BODY = "SELECT id FROM units WHERE township = ? AND acts_in_own_name ORDER BY code LIMIT 1"
_OTHER = (
    "SELECT u.id FROM units u JOIN townships t ON t.county = u.county WHERE t.id = ? AND u.township IS NULL "
    "AND u.acts_in_own_name ORDER BY CASE WHEN u.kind = 'department' THEN 0 ELSE 1 END, u.code LIMIT 1"
)


async def pictures(kind: str, township: UUID, own: Texts, at: datetime) -> list[bytes]:
    """Its pages as SVG, marked 样例. Refuses `not_found` where the township has no body that could sign it."""
    body, other = await row(_BODY, township), await row(_OTHER, township)
    if body is None:
        raise Refusal("not_found", "这里还没有以自己名义执法的机关，先在单位里设好")
    given = replace(await parties(body["id"], (other or body)["id"]), texts=own)
    paper = composed(sample(kind, at), given, number=NUMBER, at=at, check=None, marks="样例")
    made: list[bytes] = await pressed(PAGES, paper, at)
    return made
