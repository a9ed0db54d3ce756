"""Which patrols belong to a campaign, and what was found on them.

A patrol of kind 联合整治 that began within its days, with somebody of its units or people along, belongs by itself; somebody
may have said otherwise, or that another one belongs. Nothing is written on the patrol: what was filed stays as it was filed.
"""

from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from backend.field.campaigns.rules.tally import Found, Outing
from backend.field.patrols.queries import visible as patrols
from backend.foundation.database import batch, rows
from backend.foundation.now import local
from backend.foundation.people.identity import Person

# On `campaigns c` and `patrols p`.
_IN_ITS_TOWNSHIPS = (
    "(p.township = c.township OR (c.township IS NULL AND p.township IN (SELECT x.township FROM campaign_units m "
    "JOIN units x ON x.id = m.unit WHERE m.campaign = c.id)))"
)
_ALONG = (
    "EXISTS (SELECT 1 FROM crew w WHERE w.patrol = p.id AND (w.unit IN (SELECT m.unit FROM campaign_units m "
    "WHERE m.campaign = c.id) OR w.officer IN (SELECT m.officer FROM campaign_people m WHERE m.campaign = c.id)))"
)
BY_ITSELF: Final = f"(p.kind = 'campaign' AND p.started_at IS NOT NULL AND p.sort_at >= c.begins_at AND p.sort_at < c.ends_at AND {_ALONG})"
# What somebody put into one campaign belongs to no other by itself.
BELONGS: Final = (
    f"p.cancelled_at IS NULL AND c.approved_at IS NOT NULL AND c.state <> 'cancelled' AND {_IN_ITS_TOWNSHIPS} AND ("
    "EXISTS (SELECT 1 FROM campaign_patrols d WHERE d.campaign = c.id AND d.patrol = p.id AND d.belongs) OR "
    f"({BY_ITSELF} AND NOT EXISTS (SELECT 1 FROM campaign_patrols d WHERE d.patrol = p.id AND (d.campaign = c.id OR d.belongs))))"
)
_DECIDED = "EXISTS (SELECT 1 FROM campaign_patrols d WHERE d.campaign = c.id AND d.patrol = p.id)"
_OUTINGS = (
    "SELECT p.id, p.township, t.name AS town, p.sort_at, p.title, p.ended_at, p.filed_at, "
    f"CASE WHEN {_DECIDED} THEN 1 ELSE 0 END AS decided, CASE WHEN {{seen}} THEN 1 ELSE 0 END AS seen "
    f"FROM campaigns c JOIN patrols p ON {BELONGS} JOIN townships t ON t.id = p.township "
    "WHERE c.id = ?{town} ORDER BY p.sort_at, p.id"
)
_CREWS = (
    "SELECT w.patrol, u.name, COUNT(DISTINCT w.officer) AS heads FROM campaigns c "
    f"JOIN patrols p ON {BELONGS} JOIN crew w ON w.patrol = p.id JOIN units u ON u.id = w.unit "
    "WHERE c.id = ?{town} GROUP BY w.patrol, u.name, u.code ORDER BY u.code"
)
_FOUND = (
    "SELECT f.patrol, p.township, t.name AS town, p.sort_at, u.name AS unit, f.category, f.disposition, f.ongoing "
    f"FROM campaigns c JOIN patrols p ON {BELONGS} JOIN townships t ON t.id = p.township JOIN findings f ON f.patrol = p.id "
    "JOIN officers o ON o.id = f.created_by JOIN units u ON u.id = o.unit "
    "WHERE c.id = ?{town} AND f.removed_at IS NULL AND NOT f.nothing_found ORDER BY f.found_at, f.id"
)
_COUNT = f"SELECT COUNT(*) AS found FROM campaigns c JOIN patrols p ON {BELONGS} WHERE c.id = ?"
_OTHERS = (
    "SELECT p.id, p.title, p.sort_at, p.kind, d.belongs, d.reason FROM campaigns c JOIN patrols p ON p.township = ? "
    "AND p.cancelled_at IS NULL AND p.started_at IS NOT NULL AND p.sort_at >= c.begins_at AND p.sort_at < c.ends_at "
    "LEFT JOIN campaign_patrols d ON d.campaign = c.id AND d.patrol = p.id "
    f"WHERE c.id = ? AND {{seen}} AND NOT ({BELONGS}) ORDER BY p.sort_at, p.id LIMIT 100"
)


@dataclass(frozen=True, slots=True)
class Results:
    """Patrols and findings of one part, or of all of it."""

    outings: list[Outing]
    found: list[Found]


async def results(person: Person, campaign_id: UUID, township: UUID | None) -> Results:
    """`township`: one part of it; None for all parts."""
    seen, who = patrols.scope(person)
    town, where = (" AND p.township = ?", [township]) if township else ("", [])
    outings, crews, found = await batch(
        [
            (_OUTINGS.format(seen=seen, town=town), [*who, campaign_id, *where]),
            (_CREWS.format(town=town), [campaign_id, *where]),
            (_FOUND.format(town=town), [campaign_id, *where]),
        ]
    )
    along: dict[UUID, list[tuple[str, int]]] = {}
    for each in crews:
        along.setdefault(each["patrol"], []).append((each["name"], each["heads"]))
    return Results(
        [_outing(each, tuple(along.get(each["id"], []))) for each in outings],
        [_found(each) for each in found],
    )


async def how_many(campaign_id: UUID) -> int:
    """Patrols that belong to it, in all townships."""
    (found,) = await rows(_COUNT, campaign_id)
    count: int = found["found"]
    return count


async def others(person: Person, campaign_id: UUID, township: UUID) -> list[dict[str, Any]]:
    """Patrols of the township within its days that do not belong to it: somebody may say that they do."""
    seen, who = patrols.scope(person)
    return await rows(_OTHERS.format(seen=seen), township, campaign_id, *who)


def _outing(found: dict[str, Any], people: tuple[tuple[str, int], ...]) -> Outing:
    return Outing(
        patrol=found["id"],
        township=found["township"],
        town=found["town"],
        day=local(found["sort_at"]).date(),
        title=found["title"],
        ended=found["ended_at"] is not None,
        filed=found["filed_at"] is not None,
        decided=bool(found["decided"]),
        seen=bool(found["seen"]),
        people=people,
    )


def _found(found: dict[str, Any]) -> Found:
    return Found(
        patrol=found["patrol"],
        township=found["township"],
        town=found["town"],
        day=local(found["sort_at"]).date(),
        unit=found["unit"],
        category=found["category"],
        disposition=found["disposition"],
        ongoing=bool(found["ongoing"]),
    )
