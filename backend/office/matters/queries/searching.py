"""Asking a township's list in an officer's words."""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from backend.foundation.database import row
from backend.office.matters.queries.in_force import matters_in_force
from backend.office.matters.rules.matching import MOST, Described, Hit, Index
from backend.office.matters.rules.matter import Matter

KEPT_READY = 16
_READY: "OrderedDict[tuple[Any, ...], Index[UUID]]" = OrderedDict()
_NAMED, _READ = 0.8, 0.5
_STATE = (
    "SELECT l.revision, (SELECT MAX(v.starts_at) FROM matter_versions v WHERE v.township = l.id AND v.starts_at <= ?) "
    "AS since FROM matter_lists l WHERE l.id = ?"
)


@dataclass(frozen=True, slots=True)
class Answer:
    """A matter that may be meant. `sure`: the words say it; else it is only near. `phrase` is what came closest."""

    matter: Matter
    sure: bool
    phrase: str


async def search(township: UUID, words: str, at: datetime, most: int = MOST) -> list[Answer]:
    """Matters of the list in force at `at` that `words` may mean, the likeliest first; a code finds its own."""
    index = await _index(township, at)
    hits = index.ask(words, most) if index else []
    by_id = {found.id: found for found in await matters_in_force(township, at, [hit.key for hit in hits])}
    return [_answer(by_id[hit.key], hit) for hit in hits if hit.key in by_id]


async def _index(township: UUID, at: datetime) -> Index[UUID] | None:
    """Made once for each state of the list: another revision, or a version that began, is another state."""
    state = await row(_STATE, at, township)
    if state is None:
        return None
    key = (township, state["revision"], state["since"])
    if key not in _READY:
        _READY[key] = Index({found.id: described(found) for found in await matters_in_force(township, at)})
        while len(_READY) > KEPT_READY:
            _READY.popitem(last=False)
    _READY.move_to_end(key)
    return _READY[key]


def described(found: Matter) -> Described:
    """What of a matter is compared with an officer's words, also on a phone without a network."""
    content = found.content
    laws = " ".join(basis.law for basis in content.basis)
    texts = [(_NAMED, content.field), (_READ, content.standard), (_READ, laws)]
    return Described(found.code, (found.name, *found.sayings), texts)


def _answer(found: Matter, hit: Hit[UUID]) -> Answer:
    return Answer(found, hit.sure, hit.phrase)
