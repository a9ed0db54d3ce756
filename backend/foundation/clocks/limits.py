"""A limit of the mechanism as its clock keeps it: in words, so that a later profile does not change what was in force."""

from typing import Any

from backend.foundation.mechanism import (
    Cadence,
    Limit,
    Profile,
    cadence_basis,
    cadence_sentence,
    limit_basis,
    limit_sentence,
    origin,
)
from backend.foundation.mechanism.catalogue import LIMITS


def kept_words(limit: Limit, profile: Profile) -> dict[str, Any]:
    """The columns that tell what is counted and on what it rests; only for a countable limit."""
    term = limit.term
    return {
        "amount": term.amount,
        "unit": term.unit,
        "roll_forward": term.roll_forward,
        "strength": limit.strength,
        "origin": origin(limit, profile),
        "says": limit_sentence(limit),
        "basis": limit_basis(limit, profile),
    }


def kept_cadence(cadence: Cadence, profile: Profile) -> dict[str, Any]:
    """The same of a recurring duty that has a period."""
    return {
        "amount": None,
        "unit": cadence.period,
        "roll_forward": False,
        "strength": cadence.strength,
        "origin": origin(cadence, profile),
        "says": cadence_sentence(cadence),
        "basis": cadence_basis(cadence, profile),
    }


def name_of(rule: str, limit: Limit) -> str:
    """案件移送, 受理情况告知."""
    known = LIMITS.get(rule) or LIMITS.get(limit.rule)
    return known.name if known else rule
