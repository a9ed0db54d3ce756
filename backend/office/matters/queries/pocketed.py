"""归谁管 without a network: the list as a phone keeps it, with all that its search takes."""

from datetime import datetime
from typing import Any
from uuid import UUID

from backend.office.matters.queries.asking import guides_of, profile_of
from backend.office.matters.queries.in_force import matters_in_force
from backend.office.matters.queries.searching import described
from backend.office.matters.rules import matching, sayings
from backend.office.matters.rules.answering import verdict, what_to_do, why
from backend.office.matters.rules.matching import Described
from backend.office.matters.rules.matter import Matter

# What matching.py compares by, for its likeness on the phone.
RULES = {
    "filling": "".join(sorted(matching.FILLING)),
    "single": matching.SINGLE,
    "half_filling": matching.HALF_FILLING,
    "unheard": matching.UNHEARD,
    "sure": matching.SURE,
    "near": matching.NEAR,
    "canon": sayings.CANON,
}


async def pocketed(township: UUID, at: datetime) -> dict[str, Any]:
    """Answers ready in words; `rules` are the numbers and words static/js/matters/asking.js compares by."""
    profile = await profile_of(township)
    found = await matters_in_force(township, at)
    return {
        "items": [_told(matter, described(matter), what_to_do(matter, profile)) for matter in found],
        "guides": [
            {"name": guide.name, "what": f"{guide.position} · {guide.unit_name}", "phone": guide.phone}
            for guide in await guides_of(township)
        ],
        "rules": RULES,
        "next": None,
    }


def _told(matter: Matter, compared: Described, todo: str) -> dict[str, Any]:
    granted = matter.standing == "granted"
    return {
        "id": str(matter.id),
        "code": matter.code,
        "name": matter.name,
        "field": matter.content.field,
        "verdict": verdict(matter),
        "why": why(matter),
        "todo": todo,
        "punishing": matter.punishing.name,
        "phone": "" if granted else matter.punishing.phone,
        "basis": "、".join(map(str, matter.content.basis)),
        "phrases": list(compared.phrases),
        "texts": [[counts, text] for counts, text in compared.texts],
    }
