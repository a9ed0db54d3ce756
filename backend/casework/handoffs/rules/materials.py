"""The checklist of a handoff: three kinds of material, and every listed paper there or its absence explained. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from backend.casework.handoffs.rules.clauses import quoted
from backend.foundation.mechanism import Profile
from backend.foundation.mechanism.words import MATERIALS, MaterialKind
from backend.foundation.refusals import Refusal

KINDS: Final[dict[str, str]] = {"source": "案源材料", "evidence": "证据材料", "other": "其他材料"}
DRAFTED: Final[MaterialKind] = "letter"  # the product writes it itself, at submission


@dataclass(frozen=True, slots=True)
class Paper:
    """One line of the checklist; `absence` says why it is not there, signed by whoever wrote it."""

    id: UUID
    kind: str
    title: str
    here: bool
    absence: str = ""


def missing_kinds(profile: Profile, papers: Iterable[Paper]) -> tuple[MaterialKind, ...]:
    """The kinds the place's text names of which nothing is here."""
    here = {paper.kind for paper in papers if paper.here}
    return tuple(kind for kind in profile.materials.kinds if kind != DRAFTED and kind not in here)


def unexplained(papers: Iterable[Paper]) -> tuple[Paper, ...]:
    """Listed papers that are neither here nor explained."""
    return tuple(paper for paper in papers if not paper.here and not paper.absence)


def three_kinds(profile: Profile, papers: Iterable[Paper]) -> None:
    """Refuse `materials_missing` with the place's clause and what is missing."""
    missing = missing_kinds(profile, papers)
    if missing:
        words = "、".join(MATERIALS[kind] for kind in missing)
        raise Refusal(
            "materials_missing",
            f"缺{words}",
            clause=quoted(profile, profile.materials),
            extra={"missing": list(missing)},
        )


def facts_written(profile: Profile, facts: str) -> None:
    """基本违法事实的书面材料: refuse `facts_missing` with the place's clause."""
    if not facts.strip():
        raise Refusal("facts_missing", clause=quoted(profile, profile.duty("handoff.facts")))


def complete(profile: Profile, papers: Iterable[Paper]) -> None:
    """What a letter needs before it is sealed and sent; refuses `materials_missing`, `material_unexplained`."""
    listed = list(papers)
    three_kinds(profile, listed)
    open_ones = unexplained(listed)
    if open_ones:
        words = "、".join(paper.title for paper in open_ones)
        raise Refusal("material_unexplained", f"还没有：{words}", clause=quoted(profile, profile.materials))
