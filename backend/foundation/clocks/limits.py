"""A limit of the mechanism as its clock keeps it: in words, so that a later profile does not change what was in force."""

from typing import Any

from backend.foundation.clocks.clock import Origin
from backend.foundation.mechanism import Limit, Profile, limit_sentence
from backend.foundation.mechanism.catalogue import LIMITS


def kept_words(limit: Limit, profile: Profile) -> dict[str, Any]:
    """The columns that tell what is counted and on what it rests; only for a countable limit."""
    term = limit.term
    return {
        "amount": term.amount,
        "unit": term.unit,
        "roll_forward": term.roll_forward,
        "strength": limit.strength,
        "origin": origin_of(limit, profile),
        "says": limit_sentence(limit),
        "basis": basis_of(limit, profile),
    }


def origin_of(limit: Limit, profile: Profile) -> Origin:
    """Whether the place's text, the law, a local agreement or the case itself sets it."""
    if limit.local:
        return "local"
    if limit.basis == "per_case":
        return "per_case"
    return "text" if not limit.clause or limit.clause in profile.clauses else "law"


def basis_of(limit: Limit, profile: Profile) -> str:
    """协调联动机制 二（四）：“应在3个工作日内移送…”; for what no text says: 本地约定."""
    cited = f"{profile.cite_limit(limit)}：“{limit.quote}”" if limit.clause else ""
    agreed = {"local": "本地约定", "per_case": "本案约定"}.get(limit.basis, "")
    return "；".join(part for part in (agreed, cited, limit.note) if part) or limit_sentence(limit)


def name_of(rule: str, limit: Limit) -> str:
    """案件移送, 受理情况告知."""
    known = LIMITS.get(rule) or LIMITS.get(limit.rule)
    return known.name if known else rule
