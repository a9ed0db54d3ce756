"""Setting how a township words its papers; each change is an event of its chain."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from uuid import UUID, uuid4

from backend.foundation.database import UniqueBroken, rows, transaction
from backend.foundation.journal import record
from backend.foundation.letters.glyphs import covered
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal
from backend.office.letters.queries.texts import Part, parts_of
from backend.office.letters.queries.texts import seen as seen_of
from backend.office.letters.rules.texts import check_text
from backend.settings import settings

_WRITE = (
    "INSERT INTO letter_texts (id, township, kind, part, words, changed_by, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?) "
    "ON CONFLICT (township, kind, part) DO UPDATE SET words = excluded.words, changed_by = excluded.changed_by, "
    "changed_at = excluded.changed_at"
)


def checked(kind: str, typed: Mapping[str, str]) -> dict[str, str]:
    """The words of each part; what was left empty is the product's own again. Refuses `letter_text`."""
    own: Path | None = settings().font_dir
    return {
        part: check_text(kind, part, words, covered(own)) if words.strip() else ""
        for part, words in typed.items()
    }


async def set_texts(
    township: UUID, kind: str, typed: Mapping[str, str], *, seen: str, by: Person, at: datetime
) -> None:
    """Write what differs; refuses `letter_text`, and `changed_elsewhere` when what stands is not what was `seen`."""
    wanted = checked(kind, typed)
    try:
        async with transaction():
            standing = await parts_of(township, kind)
            if seen_of(standing) != seen:
                raise Refusal("changed_elsewhere")
            for part in standing:
                words = wanted.get(part.name, part.own)
                await _set((township, kind), part, "" if words == part.standard else words, by, at)
    except UniqueBroken:
        raise Refusal("changed_elsewhere") from None


async def _set(whose: tuple[UUID, str], part: Part, words: str, by: Person, at: datetime) -> None:
    """`words` empty: the product's own are in force again."""
    township, kind = whose
    if words == part.own:
        return
    if words:
        await rows(_WRITE, uuid4(), township, kind, part.name, words, by.id, at)
    else:
        await rows(
            "DELETE FROM letter_texts WHERE township = ? AND kind = ? AND part = ?", township, kind, part.name
        )
    record(
        "letter_text.changed",
        chain=township,
        record=("township", township),
        by=by.id,
        payload={"kind": kind, "part": part.name, "words": words},
    )
