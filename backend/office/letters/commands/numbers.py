"""Setting how a body numbers its papers; each change is an event of its chain."""

from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from backend.foundation.database import UniqueBroken, rows, transaction
from backend.foundation.journal import record
from backend.foundation.letters.official import KINDS
from backend.foundation.now import year_of
from backend.foundation.numbering.patterns import check_pattern, check_word
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal
from backend.office.letters.queries.bodies import Body
from backend.office.letters.queries.numbers import EMPTY, numbers_of

_WRITE = (
    "INSERT INTO number_rules (id, body, kind, word, pattern, by_register, changed_by, changed_at) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (body, kind) DO UPDATE SET word = excluded.word, "
    "pattern = excluded.pattern, by_register = excluded.by_register, changed_by = excluded.changed_by, "
    "changed_at = excluded.changed_at, version = number_rules.version + 1"
)


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed for one kind; `kind` is empty for what holds for all."""

    kind: str
    word: str
    pattern: str
    by_register: bool

    def checked(self) -> "Typed":
        """Refuses `number_word`, `number_pattern`; empty says nothing."""
        word = check_word(self.word) if self.word else ""
        pattern = check_pattern(self.pattern) if self.pattern else ""
        return Typed(self.kind, word, pattern, self.by_register)


async def set_numbers(body: Body, typed: list[Typed], *, seen: str, by: Person, at: datetime) -> None:
    """Write what differs; refuses `changed_elsewhere` when what stands is no longer what was `seen`."""
    wanted = [each.checked() for each in typed if each.kind in ("", *KINDS)]
    try:
        async with transaction():
            standing = await numbers_of(body.id, year_of(at))
            if standing.seen != seen:
                raise Refusal("changed_elsewhere")
            before = {series.kind: series.own for series in standing.series} | {"": standing.general}
            for each in wanted:
                if _row(each) != {name: before.get(each.kind, EMPTY)[name] for name in EMPTY}:
                    await _write(body, each, by, at)
    except UniqueBroken:
        raise Refusal("changed_elsewhere") from None


def _row(typed: Typed) -> dict[str, object]:
    return {"word": typed.word, "pattern": typed.pattern, "by_register": typed.by_register}


async def _write(body: Body, typed: Typed, by: Person, at: datetime) -> None:
    await rows(_WRITE, uuid4(), body.id, typed.kind, typed.word, typed.pattern, typed.by_register, by.id, at)
    record(
        "numbers.changed",
        chain=body.chain,
        record=("unit", body.id),
        by=by.id,
        payload={"kind": typed.kind, **_row(typed)},
    )
