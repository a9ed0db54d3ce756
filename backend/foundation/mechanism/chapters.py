"""A profile laid out for reading: the text clause by clause, with the rules that follow from it and the law beside."""

import re
from dataclasses import dataclass
from typing import Final

from backend.foundation.mechanism.instrument import Clause, Document
from backend.foundation.mechanism.profile import Profile
from backend.foundation.mechanism.rows import Row, law_rows, rows

_GROUP: Final = re.compile(r".*?[)）]")


@dataclass(frozen=True, kw_only=True, slots=True)
class Chapter:
    """Clauses that belong together and the rules drawn from them; the last chapters have rules only."""

    id: str
    title: str
    document: Document | None = None
    clauses: tuple[Clause, ...] = ()
    rows: tuple[Row, ...] = ()


def chapters(profile: Profile) -> list[Chapter]:
    """The whole profile: every clause in the order of the text, then what the text leaves open, then the law's own."""
    drawn = list(rows(profile))
    groups: dict[str, list[Clause]] = {}
    for clause in profile.clauses.values():
        groups.setdefault(_group(clause.id), []).append(clause)
    read = [_chapter(profile, group, clauses, drawn) for group, clauses in groups.items()]
    silent = tuple(row for row in drawn if not row.clause)
    return [
        *read,
        Chapter(id="silent", title="文本未写明的事项", rows=silent),
        Chapter(id="law", title="国家规定", rows=tuple(law_rows(profile))),
    ]


def _group(clause_id: str) -> str:
    """Z三(一)2 is read under Z三(一)."""
    found = _GROUP.match(clause_id)
    return found[0] if found else clause_id


def _chapter(profile: Profile, group: str, clauses: list[Clause], drawn: list[Row]) -> Chapter:
    document = profile.document_of(group)
    first = clauses[0]
    title = (
        f"{first.part} {first.heading}".strip().removesuffix("。")
        or group.removeprefix(document.id)
        or document.cited_as
    )
    inside = {clause.id for clause in clauses}
    own = tuple(row for row in drawn if row.clause in inside)
    return Chapter(id=group, title=title, document=document, clauses=tuple(clauses), rows=own)
